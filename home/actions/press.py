"""The press: an adopted information item becomes the draft of a piece of news."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.audit.queries import last_entry
from congress.flow.moves import NotNow
from congress.information.models import Item
from congress.information.states import ADOPT
from congress.organisations.models import User
from congress.organisations.rules import NotAllowed
from home.mirror import in_the_name_of
from home.models import NewsIndexPage, NewsPage
from home.rules import may_press


class NoSection(Exception):
    """The organisation has no part of the site yet: `open_site` makes it."""


@transaction.atomic
def press_item(item: Item, *, by: Actor, at: datetime) -> NewsPage:
    """Makes a draft, never live, in the section of the actor's organisation; the page that is
    there already where the item was pressed before.

    Raises `NotAllowed`, `NoSection`, and `NotNow` where the item is not adopted. The list and the
    item are locked first, so that two presses at once make one page.
    """
    if not may_press(by, item):
        raise NotAllowed
    lists = NewsIndexPage.objects.select_for_update(of=("self",))
    index = lists.filter(section=by.organisation_id).first()
    if index is None:
        raise NoSection
    current = Item.objects.select_for_update(of=("self",)).get(pk=item.pk)
    if current.state != "adopted":
        raise NotNow(ADOPT, last_entry(item))
    made = NewsPage.objects.in_section(index.section_id).filter(origin=current.reference).first()
    if made:
        return made
    user = User.objects.filter(pk=by.user_id).first()
    with in_the_name_of(by, at):
        page = index.add_child(instance=_draft_of(current, user, at))
        page.save_revision(user=user)
    record(
        item,
        "press",
        by=by,
        at=at,
        label=pgettext("act done", "made into a news draft"),
        details={"page": page.pk, "section": index.section_id},
    )
    return page


def _draft_of(item: Item, user: User | None, at: datetime) -> NewsPage:
    lines = [line.strip() for line in item.body.splitlines()]
    text = format_html_join("", "<p>{}</p>", [(line,) for line in lines if line])
    return NewsPage(
        title=item.title,
        body=[("paragraph", text)],
        source=item.organisation.name,
        author=item.drafter,
        published_on=timezone.localdate(at),
        origin=item.reference,
        live=False,
        has_unpublished_changes=True,
        owner=user,
    )
