"""Loading the demo county: everything through the actions, in the order of its days."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from random import Random

from django.db import transaction
from django.utils import timezone
from wagtail.signal_handlers import disable_reference_index_auto_update

from congress.information.actions import set_sign_off
from portal.demo.accounts import open_accounts
from portal.demo.days import (
    days_of_writing,
    first_day,
    last_change_of_rules,
    moment,
    working_day_before,
)
from portal.demo.deputies import enter_deputies, name_log_ins
from portal.demo.inboxes import read_up_to
from portal.demo.lives import draft, handed, life, returned
from portal.demo.notices import send_notices
from portal.demo.office import Office
from portal.demo.people import Cast, Desk, settle
from portal.demo.printing import Press
from portal.demo.running import Steps, run
from portal.demo.scales import enter_publications, enter_rules
from portal.demo.site import Newsroom, index_site, open_site
from portal.demo.story import Story
from portal.demo.suggestions.raising import raise_suggestions
from portal.search.pausing import paused

Course = Callable[[Story], Steps]

SEED = 20260101
# Townships with as many items a month have handed one in on the last working day.
DILIGENT = 8


@transaction.atomic
def load(*, today: date, scale: float = 1.0) -> Cast:
    """A county as it stands on the morning of `today`; all or nothing.

    `scale` thins the items out: 0.1 makes a tenth of them. The same day and scale give the same
    county.
    """
    start = first_day(today)
    opened = _at(start - timedelta(days=20))
    with disable_reference_index_auto_update(), paused():
        cast = settle(start=start, today=today, at=opened)
        admin = cast.staff["admin"]
        enter_deputies(cast, by=admin, at=opened + timedelta(days=1))
        name_log_ins(cast, by=admin, at=_at(today) - timedelta(days=3))
        open_accounts(by=admin, at=_at(today) - timedelta(days=3))
        office = _office(cast, start, today, opened)
        _live(cast, office, start, today, scale)
        send_notices(cast, today=today)
        raise_suggestions(cast, today=today, scale=scale, at=opened)
        open_site(cast, at=opened)
        newsroom = Newsroom(cast, today, _at(today) - timedelta(hours=8))
        newsroom.furnish()
        newsroom.library().furnish()
        read_up_to(_at(today))
    index_site()
    return cast


def _at(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(8, 30)))


def _office(cast: Cast, start: date, today: date, at: datetime) -> Office:
    editor = cast.staff["editor"]
    publications = enter_publications(cast.county, by=editor, at=at)
    changed = last_change_of_rules(today)
    enter_rules(
        cast.county,
        publications,
        first=date(start.year, 1, 1),
        changed=changed,
        by=editor,
        at=at,
        changed_at=_at(changed - timedelta(days=3)),
    )
    for desk in cast.desks:
        if desk.place.get("signs"):
            set_sign_off(desk.organisation, wanted=True, by=desk.chair, at=at)
    return Office(editor, Press(publications), Random(SEED))


def _live(cast: Cast, office: Office, start: date, today: date, scale: float) -> None:
    """Runs all lives side by side, each act in its turn, until the morning of `today`."""
    run(_lives(cast, office, start, today, scale), until=_at(today) - timedelta(hours=8))


def _lives(cast: Cast, office: Office, start: date, today: date, scale: float) -> Iterator[Steps]:
    for desk in cast.desks:
        chance = Random(f"{SEED} {desk.place['name']}")
        days = days_of_writing(start, today, desk.place["monthly"] * scale, chance)
        for number, day in enumerate(days):
            own = Random(f"{SEED} {desk.place['name']} {number}")
            yield life(Story(office, desk, moment(day, own), own))
        for back, course in _last_days(cast, desk):
            day = working_day_before(today, back)
            yield course(Story(office, desk, moment(day, chance), chance))


def _last_days(cast: Cast, desk: Desk) -> Iterator[tuple[int, Course]]:
    """What lies on the desk this morning in any case, by the working days since it was begun."""
    if desk in cast.desks[:2]:
        yield 4, returned
        yield 1, draft
    if desk.place["monthly"] >= DILIGENT:
        yield 1, handed
