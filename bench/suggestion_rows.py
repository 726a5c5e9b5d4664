"""Ten years of suggestions of a county's townships, as rows for COPY, the same at every run."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from bench.scale import LONG_AGO, Table

COUNTY, SUPERVISOR = 1, 1
FIRST, LAST = date(2017, 1, 2), date(2026, 10, 30)
DEPUTIES, UNITS = 50, 6
CATEGORIES = ("agriculture", "roads", "water", "education", "health", "environment", "other")
# Of a hundred recent ones, and of a hundred older than a year.
RECENT = {
    "submitted": 4, "registered": 4, "not_accepted": 3, "assigned": 6, "in_handling": 38,
    "reply_review": 5, "replied": 12, "rehandling": 4, "closed": 22, "withdrawn": 2,
}  # fmt: skip
OLD = {"not_accepted": 3, "withdrawn": 2, "rehandling": 1, "closed": 94}
HANDED = ("assigned", "in_handling", "reply_review", "replied", "rehandling", "closed")
REPLIED = ("replied", "rehandling", "closed")
OWING = ("assigned", "in_handling", "rehandling")
LEVELS = ("satisfied",) * 17 + ("basically_satisfied",) * 2 + ("dissatisfied",)
Row = tuple[Any, ...]


class Suggestions:
    """So many suggestions, spread over townships and days."""

    def __init__(self, number: int, townships: int) -> None:
        self.number = number
        self.townships = range(COUNTY + 1, COUNTY + 1 + townships)
        self.units = {
            town: range(first, first + UNITS)
            for town, first in zip(
                self.townships, range(townships + 2, townships * (UNITS + 1) + 2, UNITS),
                strict=True,
            )
        }  # fmt: skip
        self.rows: dict[str, list[Row]] = {
            name: []
            for name in ("suggestion", "signatory", "assignment", "clock", "reply", "rating")
        }
        chance = Random(20260101)
        serials: dict[tuple[int, int], int] = {}
        span = (LAST - FIRST).days
        days = sorted(FIRST + timedelta(days=chance.randrange(span)) for _ in range(number))
        for pk, day in enumerate(days, start=1):
            town = chance.choice(self.townships)
            serials[town, day.year] = serials.get((town, day.year), 0) + 1
            self.add(pk, town, day, serials[town, day.year], chance)

    def add(self, pk: int, town: int, day: date, serial: int, chance: Random) -> None:
        shares = RECENT if (LAST - day).days < 365 else OLD
        (state,) = chance.choices(list(shares), list(shares.values()))
        at, later = moment(day), moment(day + timedelta(days=6))
        numbered = state not in ("submitted", "not_accepted")
        handed = later if state in HANDED else None
        answered = moment(day + timedelta(days=70)) if state in REPLIED else None
        closed = moment(day + timedelta(days=95)) if state == "closed" else None
        town_name = f"第{town}镇"
        self.rows["suggestion"].append((
            pk, town, town, "suggestion", False, f"关于第{pk}号道路修缮和饮水安全的建议",
            "路面破损，雨天积水。", "列入明年计划。", chance.choice(CATEGORIES),
            "township", "full", "", "",
            False, False, False, "", state,
            f"{town_name[:-1]}-建议-19-闭{day.year}-{serial:03}" if numbered else None,
            2 if state == "rehandling" else 1, 0, at, at, later if numbered else None, handed,
            answered, closed, "bidding" if state == "not_accepted" else "", "", "",
        ))  # fmt: skip
        deputy = (town - COUNTY - 1) * DEPUTIES + chance.randrange(1, DEPUTIES + 1)
        self.rows["signatory"].append((pk, pk, deputy, "lead", "confirmed", at, at, False))
        if handed:
            self.handle(pk, town, state, day + timedelta(days=6), chance)

    def handle(self, pk: int, town: int, state: str, day: date, chance: Random) -> None:
        handed, answered = moment(day), moment(day + timedelta(days=64))
        acknowledged = None if state == "assigned" else handed
        unit = chance.choice(self.units[town])
        self.rows["assignment"].append((pk, pk, unit, "lead", handed, acknowledged, "", "", "", ""))
        running = state in OWING
        event = "rehandling" if state == "rehandling" else "reply"
        due = day + timedelta(days=91 if event == "reply" else 100)
        self.rows["clock"].append((
            pk, pk, pk, event, "national", "代表法", "第51条第2款", "handed_over", "",
            date(2025, 3, 11), 3, 3, "calendar_months", False, day, due, False, "", "[]",
            None if running else day + timedelta(days=64), not running,
        ))  # fmt: skip
        if state in ("reply_review", *REPLIED):
            released = answered if state in REPLIED else None
            self.rows["reply"].append((
                pk, pk, pk, 1, "released" if released else "in_review", "已组织修缮。", "",
                chance.choice("AAAABBC"), "A类：已经解决", "", "", "", "陈国强", "", "",
                answered, released,
                "", "", 1,
            ))  # fmt: skip
        if state in ("rehandling", "closed"):
            aspects = [chance.choice(LEVELS) for _ in range(4)]
            self.rows["rating"].append(
                (pk, pk, pk, 1, *aspects, "", answered, "account", "", "", "", "")
            )

    def tables(self) -> Iterator[Table]:
        yield from self.offices()
        for name, columns in COLUMNS.items():
            yield Table(f"suggestions_{name}", columns, self.rows[name])

    def offices(self) -> Iterator[Table]:
        units = [
            (pk, f"第{pk}办公室", "unit", "", pk, town)
            for town, keys in self.units.items()
            for pk in keys
        ]
        towns = [(pk, f"第{pk}镇", "township", "", pk, COUNTY) for pk in self.townships]
        yield Table(
            "organisations_organisation",
            "id, name, kind, short_name, position, parent_id",
            [(COUNTY, "云岭县", "county", "", 1, None), *towns, *units],
        )
        people = range(1, len(towns) * DEPUTIES + 1)
        users = [(1, "supervisor"), *((pk + 1, f"deputy{pk}") for pk in people)]
        yield Table(
            "organisations_user",
            "id, password, is_superuser, username, name, email, is_active",
            [(pk, "!", False, name, f"周明{pk}", "", True) for pk, name in users],
        )
        yield Table(
            "organisations_appointment",
            "id, user_id, organisation_id, role, post_title, full_time, starts_on",
            [(1, SUPERVISOR, COUNTY, "county_supervisor", "", True, LONG_AGO)],
        )
        yield Table(
            "organisations_term",
            "id, congress_id, number, starts_on, unverified",
            [(town, town, 19, LONG_AGO, False) for town in self.townships],
        )
        yield Table(
            "organisations_deputy",
            "id, user_id, congress_id, term_id, certificate_no, occupation, note, starts_on,"
            " ends_on_unverified",
            [
                (pk, pk + 1, town, town, "", "", "", LONG_AGO, False)
                for pk in people
                for town in [COUNTY + 1 + (pk - 1) // DEPUTIES]
            ],
        )


def moment(day: date) -> datetime:
    return datetime.combine(day, time(2), UTC)


COLUMNS = {
    "suggestion": "id, congress_id, term_id, kind, from_motion, title, problem, advice, category,"
    " jurisdiction, consent, formed_by, raised_for, wants_contact, no_reply_needed,"
    " open_to_cosigners, entered_by, state, reference, round_no, edition, created_at,"
    " submitted_at, registered_at, handed_over_at, replied_at, closed_at, refusal,"
    " refusal_article, origin",
    "signatory": "id, suggestion_id, deputy_id, part, answer, asked_at, answered_at, on_paper",
    "assignment": "id, suggestion_id, unit_id, role, handed_over_at, acknowledged_at,"
    " acknowledged_by, opinion, opinion_by, ended_why",
    "clock": "id, suggestion_id, assignment_id, event, rules, source, article, starts, condition,"
    " valid_from, usual_length, length, unit, extended, start, due, estimated, rest, skipped,"
    " stopped_on, met",
    "reply": "id, suggestion_id, assignment_id, round_no, state, body, document_no, result_class,"
    " class_label, class_reason, promise, reported_to, signed_by, handler, handler_phone,"
    " signed_at, released_at, released_by, remark, edition",
    "rating": "id, suggestion_id, signatory_id, round_no, consultation, attitude, reply, result,"
    " comment, rated_at, way, entered_by, decision, decision_note, decided_by",
}
