"""The rows behind a figure of the handling."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet

from congress.audit.models import Entry
from congress.suggestions.models import Assignment, Commitment, Rating, Signatory, Suggestion
from congress.suggestions.models.choices import Answer, HandlingRole, Level, Part
from congress.suggestions.models.ratings import overall
from congress.suggestions.queries.commitments import SOON as PROMISE_SOON
from congress.suggestions.queries.numbers import (
    ANSWERED,
    LEVELS,
    REPLIES,
    SOON,
    Numbers,
    last_replies,
    owed,
)
from congress.suggestions.states.process import OVER


@dataclass(frozen=True)
class Row:
    """`what` tells rows of one record apart: the deputy, the unit, the promise."""

    record: int
    what: str = ""


@dataclass
class Statistics(Numbers):
    """Rows by the code of their figure, as the numbers have it."""

    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))

    def of(self, code: str) -> list[Row]:
        return self.rows.get(code, [])

    def add(self, code: str, record: int, what: str = "") -> None:
        self.rows[code].append(Row(record, what))
        self.count(code, 1)


@dataclass(frozen=True)
class Record:
    pk: int
    state: str
    round_no: int


def statistics(scope: QuerySet[Suggestion], on: date, only: str = "") -> Statistics:
    """Of the figures whose code begins like `only`, all where it is empty; what is not asked for
    may be missing. The number of questions is fixed."""
    found, kind = Statistics(), only.partition(".")[0]

    def asked(*kinds: str) -> bool:
        return not kind or kind in kinds

    keys = scope.values("pk")
    rows = scope.values_list("pk", "state", "round_no", "raised_from")
    all_rows = list(rows.order_by("pk"))
    known = {row[0] for row in all_rows}
    records = {row[0]: Record(*row[:3]) for row in all_rows if row[3] not in known}
    if asked("all", "state"):
        for record in records.values():
            found.add("all", record.pk)
            found.add(f"state.{record.state}", record.pk)
    last = _add_ratings(found, records, keys) if asked("lead", "each", "unit") else {}
    if asked("unit"):
        _add_units(found, keys, last)
    if asked("class", "unit"):
        _add_replies(found, keys)
    if asked("clock", "reply", "unit"):
        _add_clocks(found, records, keys, on)
    if asked("promise"):
        _add_promises(found, keys, on)
    return found


def _add_ratings(found: Statistics, records: dict[int, Record], keys: QuerySet) -> dict[int, str]:
    """Returns the lead deputy's last word on each record."""
    names = ("signatory", "round_no", "reply", "result")
    given = {
        (signatory, round_no): overall(reply, result)
        for signatory, round_no, reply, result in Rating.objects.filter(
            suggestion__in=keys
        ).values_list(*names)
    }
    reminded = {
        (key, details.get("round"))
        for key, details in Entry.objects.filter(
            room="suggestions", kind="suggestion", act="remind_to_rate", object_id__in=keys
        ).values_list("object_id", "details")
    }
    signed = Signatory.objects.filter(suggestion__in=keys, answer=Answer.CONFIRMED)
    last: dict[int, str] = {}
    for pk, key, part, name in signed.order_by("pk").values_list(
        "pk", "suggestion", "part", "deputy__user__name"
    ):
        record = records.get(key)
        if record is None:
            continue
        for number in _rounds(record):
            over = record.state == "closed" or (key, number) in reminded
            level = given.get((pk, number)) or ("missing" if over else "open")
            found.add(f"each.{number}.{level}", key, name)
            if part == Part.LEAD:
                found.add(f"lead.{number}.{level}", key, name)
                if level in LEVELS:
                    last[key] = level
    return last


def _rounds(record: Record) -> Iterable[int]:
    """The rounds in which the record was answered."""
    answered = record.state in ANSWERED
    return range(1, record.round_no + 1 if answered else record.round_no)


def _add_units(found: Statistics, keys: QuerySet, last: dict[int, str]) -> None:
    parts = Assignment.objects.running().filter(suggestion__in=keys)
    parts = parts.exclude(role=HandlingRole.UPWARD).order_by("unit__position", "unit", "pk")
    for unit, name, record, role in parts.values_list("unit", "unit__name", "suggestion", "role"):
        found.units[unit] = name
        found.add(f"unit.{unit}.all", record)
        if role != HandlingRole.CO_HANDLER and last.get(record) == Level.DISSATISFIED:
            found.add(f"unit.{unit}.dissatisfied", record)


def _add_replies(found: Statistics, keys: QuerySet) -> None:
    names = ("suggestion", "assignment__unit", "assignment__unit__name")
    replies = last_replies(keys).order_by("pk")
    for record, unit, name, letter, label in replies.values_list(
        *names, "result_class", "class_label"
    ):
        found.classes[letter] = label
        found.add(f"class.{letter}", record, name)
        found.add(f"unit.{unit}.answered", record)


def _add_clocks(found: Statistics, records: dict[int, Record], keys: QuerySet, on: date) -> None:
    clocks = owed(keys)
    nearest: dict[int, tuple[date, str]] = {}
    for record, state, event, due, stopped, met, unit, name in clocks.order_by("pk").values_list(
        "suggestion",
        "suggestion__state",
        "event",
        "due",
        "stopped_on",
        "met",
        "assignment__unit",
        "assignment__unit__name",
    ):
        if stopped is None and state not in OVER:
            if record in records:
                nearest[record] = min(nearest.get(record, (due, name or "")), (due, name or ""))
            if unit in found.units and due < on:
                found.add(f"unit.{unit}.late", record)
        elif met and stopped and event in REPLIES and record in records:
            found.add("reply.late" if stopped > due else "reply.on_time", record, name or "")
    for record, (due, name) in nearest.items():
        near = "late" if due < on else "soon" if due <= on + SOON else "later"
        found.add(f"clock.{near}", record, f"{due} {name}".strip())


def _add_promises(found: Statistics, keys: QuerySet, on: date) -> None:
    rows = Commitment.objects.filter(suggestion__in=keys).order_by("pk")
    for record, text, state, day in rows.values_list("suggestion", "text", "state", "promised_on"):
        near = "late" if day < on else "soon" if day <= on + PROMISE_SOON else "later"
        found.add(f"promise.{near if state == 'open' else state}", record, text)
