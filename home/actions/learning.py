"""A person marks a study page as learned, and takes that back."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.organisations.rules import require
from home.models import LearnedMark, StudyPage
from home.rules import may_learn


@transaction.atomic
def learn_page(page: StudyPage, *, by: Actor, at: datetime) -> LearnedMark:
    """One mark for a person and a page: pressed again, nothing happens. After a correction it
    takes over the corrected text and keeps the day of the first.

    Taken back by `unlearn_page`, by the same person, as long as the page is published.
    """
    page = StudyPage.objects.get(pk=page.pk)
    require(may_learn(by, page))
    mark, made = LearnedMark.objects.get_or_create(
        user_id=by.user_id,
        page=page,
        defaults={
            "title": page.title,
            "revision_id": page.live_revision_id,
            "learned_at": at,
        },
    )
    again = mark.revision_id != page.live_revision_id
    if again:
        mark.title, mark.revision_id = page.title, page.live_revision_id
        mark.save(update_fields=["title", "revision"])
    if made or again:
        label = pgettext("act done", "marked as learned")
        details = {"revision": page.live_revision_id}
        record(page, "learn", by=by, at=at, label=label, note=page.title, details=details)
    return mark


@transaction.atomic
def unlearn_page(page: StudyPage, *, by: Actor, at: datetime) -> None:
    """Takes the own mark away; the trail keeps both. Taken back by `learn_page`, on a new day."""
    require(may_learn(by, page))
    marks = LearnedMark.objects.filter(page=page.pk, user=by.user_id)
    if marks.delete()[0]:
        label = pgettext("act done", "no longer marked as learned")
        record(page, "unlearn", by=by, at=at, label=label, note=page.title)
