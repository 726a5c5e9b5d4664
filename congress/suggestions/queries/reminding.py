"""Which running clocks are to be spoken of, and to whom: before the date, after it, above."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from congress.notifications.dues import Due, cite
from congress.organisations.models import Appointment
from congress.organisations.roles import CHAIR, COUNTY_SUPERVISOR, SECRETARY, UNIT_OFFICER
from congress.suggestions.models import Clock, Rating, Signatory
from congress.suggestions.models.choices import HandlingRole
from congress.workdays.wording import EVENT_WORDS, long_day

MORNING = time(8)
NOBODY, PRESIDIUM, ABOVE = "", "presidium", "county"


@dataclass(frozen=True)
class Stage:
    """So many days after the due date, before it where below zero; `level` is who is told
    beside those who owe the act."""

    code: str
    days: int
    level: str = NOBODY


STAGES = (
    Stage("before-10", -10),
    Stage("before-3", -3),
    Stage("late-1", 1),
    Stage("late-10", 10, PRESIDIUM),
    Stage("late-30", 30, ABOVE),
)
FIRST = min(stage.days for stage in STAGES)


class Holders:
    """Who holds which post on a day, by organisation and role: one query for all `places`."""

    def __init__(self, places: set[int | None], on: date) -> None:
        roles = (CHAIR, COUNTY_SUPERVISOR, SECRETARY, UNIT_OFFICER)
        posts = Appointment.objects.filter(organisation__in=places - {None}, role__in=roles)
        self.found: dict[tuple[int, str], list[int]] = defaultdict(list)
        for place, role, user in posts.running(on).values_list("organisation", "role", "user"):
            self.found[place, role].append(user)

    def of(self, organisation: int | None, *roles: str) -> set[int]:
        return {user for role in roles for user in self.found[organisation or 0, role]}


def due_stages(at: datetime) -> Iterator[Due]:
    """Every stage reached by `at` of every running clock; four queries whatever their number. The
    code carries the due date, so that a date that moves is spoken of anew. What is met has
    stopped, and a window is never late."""
    today = timezone.localdate(at)
    rows = Clock.objects.running().filter(due__lte=today - timedelta(days=FIRST))
    clocks = list(rows.select_related("suggestion__congress__parent", "assignment__unit"))
    holders = Holders(_places(clocks), today)
    unrated = _unrated(clocks)
    for clock in clocks:
        owing = _owing(clock, holders, unrated)
        for stage in STAGES:
            day = clock.due + timedelta(days=stage.days)
            if clock.start < day <= today and stage.days <= _last(clock):
                yield from _dues(clock, stage, day, owing, _above(clock, stage, holders))


def _places(clocks: Iterable[Clock]) -> set[int | None]:
    places: set[int | None] = set()
    for clock in clocks:
        congress = clock.suggestion.congress
        places |= {congress.pk, congress.parent_id}
        places |= {clock.assignment.unit_id} if clock.assignment else set()
    return places


def _last(clock: Clock) -> int:
    """After how many days nothing more is said: a window is never late, and nobody is called to
    account for a deputy who does not answer."""
    if clock.is_window:
        return 0
    return 1 if clock.event == "feedback" else STAGES[-1].days


def _owing(clock: Clock, holders: Holders, unrated: dict[int, set[int]]) -> set[int]:
    """The unit's officers; of what was reported upward, and of clocks of the record as a whole,
    the congress's own people, with the county that owes the reply."""
    if clock.event == "feedback":
        return unrated[clock.suggestion_id]
    part = clock.assignment
    if part and part.role != HandlingRole.UPWARD:
        return holders.of(part.unit_id, UNIT_OFFICER)
    own = holders.of(clock.suggestion.congress_id, SECRETARY, CHAIR, COUNTY_SUPERVISOR)
    return own | holders.of(part.unit_id, COUNTY_SUPERVISOR) if part else own


def _above(clock: Clock, stage: Stage, holders: Holders) -> set[int]:
    congress = clock.suggestion.congress
    if stage.level == PRESIDIUM:
        return holders.of(congress.pk, CHAIR, COUNTY_SUPERVISOR)
    if stage.level == ABOVE:
        return holders.of(congress.parent_id or congress.pk, COUNTY_SUPERVISOR)
    return set()


def _unrated(clocks: Iterable[Clock]) -> dict[int, set[int]]:
    """Who has not rated yet, of the suggestions whose feedback runs."""
    records = {clock.suggestion_id for clock in clocks if clock.event == "feedback"}
    signed = Signatory.objects.standing().filter(suggestion__in=records)
    signed_rows = signed.values_list("pk", "suggestion", "deputy__user", "suggestion__round_no")
    rated = Rating.objects.filter(suggestion__in=records)
    done = set(rated.values_list("signatory", "round_no"))
    found: dict[int, set[int]] = defaultdict(set)
    for key, record, user, round_no in signed_rows:
        if (key, round_no) not in done:
            found[record].add(user)
    return found


def _dues(clock: Clock, stage: Stage, day: date, owing: set[int], above: set[int]) -> Iterator[Due]:
    suggestion = clock.suggestion
    code = f"{stage.code} {clock.due.isoformat()}"
    due_at = morning(day)
    what = EVENT_WORDS[clock.event]
    text = _("%(what)s: due on %(day)s") % {"what": what, "day": long_day(clock.due)}
    path = reverse("suggestions:detail", args=[suggestion.pk])
    title = f"{words_of(stage)}：{suggestion.title}"
    who = clock.assignment.unit.name if clock.assignment else ""
    for user in sorted(owing | above):
        said = title if user in owing else f"{who}{title}"
        yield Due(code, due_at, cite(clock), user, said, text, path)


def morning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, MORNING))


def words_of(stage: Stage) -> str:
    number = abs(stage.days)
    if stage.days < 0:
        words = ngettext("%(number)s day left", "%(number)s days left", number)
    else:
        words = ngettext("Overdue by %(number)s day", "Overdue by %(number)s days", number)
    return words % {"number": number}
