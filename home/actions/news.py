"""News written in the workspace: always drafts, never live."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Revision

from congress.audit.actors import Actor
from congress.organisations.models import Organisation, User
from congress.organisations.rules import require
from home.actions.press import NoSection
from home.mirror import in_the_name_of
from home.models import NewsIndexPage, NewsPage
from home.news_rows import as_body
from home.news_states import is_open, version_of
from home.plain.kept import Row
from home.rules import may_write_news

SITTING = timedelta(hours=2)


class NewsConflict(Exception):
    """Somebody has saved since the page was opened; `draft` is what stands now."""

    def __init__(self, draft: NewsPage) -> None:
        self.draft = draft
        super().__init__(_("This text was saved from another window in the meantime."))


class NewsClosed(Exception):
    """The page is published, in review or locked: no draft to be written on."""

    def __init__(self) -> None:
        super().__init__(_("This page can no longer be edited here."))


@transaction.atomic
def begin_news(
    organisation: Organisation, *, rows: list[Row], by: Actor, at: datetime, **fields: Any
) -> NewsPage:
    """A new draft in the organisation's list; `rows` are its body. Raises `NoSection` before the
    site is open, `ValidationError` for a title that is missing or too long."""
    require(may_write_news(by, organisation.pk))
    index = NewsIndexPage.objects.select_for_update(of=("self",)).filter(section=organisation)
    parent = index.first()
    if parent is None:
        raise NoSection
    user = _user(by)
    fields = {"published_on": timezone.localdate(at)} | fields
    page = NewsPage(**fields, live=False, has_unpublished_changes=True, owner=user)
    page.body = as_body(rows)
    with in_the_name_of(by, at):
        parent.add_child(instance=page)
        page.save_revision(user=user)
    return page


@transaction.atomic
def save_news(
    page: NewsPage, *, version: int, rows: list[Row], by: Actor, at: datetime, **fields: Any
) -> int:
    """Keeps what is typed in the draft and returns its new version; the page itself stays as it is.

    Within a sitting the same revision is written over, and "edited" enters the trail once.
    Raises `NewsConflict`, `NewsClosed`, and `ValidationError` for fields that cannot be kept.
    """
    require(may_write_news(by, page.section_id))
    current = NewsPage.objects.select_for_update(of=("self",)).get(pk=page.pk)
    if not is_open(current):
        raise NewsClosed
    draft = current.get_latest_revision_as_object()
    if version_of(current) != version:
        raise NewsConflict(draft)
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.body = as_body(rows)
    revision = current.latest_revision
    again = revision is not None and _is_of_the_sitting(current, revision, by, at)
    with in_the_name_of(by, at):
        draft.save_revision(
            user=_user(by),
            overwrite_revision=revision if again else None,
            log_action=not again,
        )
    return version_of(draft)


def _is_of_the_sitting(page: NewsPage, revision: Revision, by: Actor, at: datetime) -> bool:
    """Nothing that others have seen is written over: what was live or handed into a review."""
    seen = page.live_revision_id == revision.pk or revision.approved_go_live_at
    if seen or revision.task_states.exists():
        return False
    return revision.user_id == by.user_id and at - revision.created_at < SITTING


def _user(by: Actor) -> User | None:
    return User.objects.filter(pk=by.user_id).first()
