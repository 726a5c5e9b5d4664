"""The clocks of one suggestion as its page shows them."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import npgettext, pgettext

from congress.suggestions.models import Clock, ExtensionRequest, Suggestion
from congress.suggestions.queries.clocks import found
from congress.workdays.wording import EVENT_WORDS, Fact, explained, notes, reason

# What units and presidium have with each other; the deputies are not concerned.
INTERNAL = ("return", "reassign", "co_opinion")


@dataclass(frozen=True)
class ClockRow:
    """`days` is left empty where the clock has stopped; then `outcome` says how, and `tone` how
    well. `facts`, `notes` and `skipped` explain the date as `components/due.html` shows it."""

    clock: Clock
    label: str
    unit: str
    days: int | None
    outcome: str
    tone: str
    facts: list[Fact]
    notes: list[str]
    skipped: list[tuple[date, str]]
    requests: list[ExtensionRequest]

    @property
    def asked(self) -> bool:
        """More time is asked for and the presidium has not decided."""
        return any(not request.decision for request in self.requests)


def clock_rows(suggestion: Suggestion, on: date, *, inside: bool) -> list[ClockRow]:
    """Running ones first, the nearest date first; two queries. `inside`: with what units and
    presidium have with each other."""
    clocks = suggestion.clocks.select_related("assignment__unit").prefetch_related("extensions")
    if not inside:
        clocks = clocks.exclude(event__in=INTERNAL)
    ordered = sorted(clocks, key=lambda clock: (clock.stopped_on is not None, clock.due))
    return [_row(clock, on, inside) for clock in ordered]


def _row(clock: Clock, on: date, inside: bool) -> ClockRow:
    deadline = found(clock)
    running = clock.stopped_on is None and not (clock.is_window and clock.due < on)
    outcome, tone = ("", "") if running else _outcome(clock)
    return ClockRow(
        clock,
        str(EVENT_WORDS[clock.event]),
        clock.assignment.unit.name if clock.assignment else "",
        (clock.due - on).days if running else None,
        outcome,
        tone,
        explained(deadline),
        notes(deadline),
        [(skipped.day, reason(skipped.reason)) for skipped in deadline.count.skipped],
        list(clock.extensions.all()) if inside else [],
    )


def _outcome(clock: Clock) -> tuple[str, str]:
    if clock.stopped_on is None:
        return pgettext("clock", "the time for it is over"), "neutral"
    if not clock.met:
        return pgettext("clock", "no longer owed"), "neutral"
    late = clock.days_late or 0
    if late <= 0:
        return pgettext("clock", "in time"), "success"
    words = npgettext("clock", "%(number)s day late", "%(number)s days late", late)
    return words % {"number": late}, "error"
