"""When is it due, and how is the date found?"""

import json
from datetime import date, datetime
from typing import Any

from django.core.management.base import CommandParser
from django.utils.translation import gettext as _

from congress.organisations.commands import CountyCommand, refusal
from congress.workdays.deadlines import Deadline, deadline
from congress.workdays.decrees import decreed_calendar
from congress.workdays.queries import calendar_of, rules_of
from congress.workdays.rulebook import EVENTS, NATIONAL, RULES, NoAnswer
from congress.workdays.wording import explained, long_day, notes, reason, refusal_of


class Command(CountyCommand):
    help = "Find the due date of a clock and say how it was found."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--county", metavar="NAME", help="ask by the county's own calendar and rule set"
        )
        parser.add_argument("--event", required=True, choices=EVENTS)
        parser.add_argument("--start", required=True, metavar="YYYY-MM-DD")
        parser.add_argument("--rules", choices=RULES, help="national, unless a county is named")
        parser.add_argument("--extended", action="store_true")
        parser.add_argument("--format", choices=["text", "json"], default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        county = self.get_county(options["county"]) if options["county"] else None
        calendar = calendar_of(county) if county else decreed_calendar()
        rules = options["rules"] or (rules_of(county) if county else NATIONAL)
        start = _day(options["start"])
        try:
            found = deadline(options["event"], start, rules, calendar, extended=options["extended"])
        except NoAnswer as error:
            raise refusal(refusal_of(error)) from None
        lines = _text(found) if options["format"] == "text" else [_json(found)]
        self.stdout.write("\n".join(lines))


def _day(text: str) -> date:
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 a day has no time zone
    except ValueError:
        raise refusal(
            _("%(text)s is no day of the calendar. Please write it like 2026-01-31.")
            % {"text": text}
        ) from None


def _json(found: Deadline) -> str:
    answer = {
        "due": found.due.isoformat(),
        "start": found.start.isoformat(),
        "rules": found.row.rules,
        "event": found.row.event,
        "length": found.length,
        "unit": found.row.unit,
        "article": found.row.article,
        "skipped": [skipped.day.isoformat() for skipped in found.count.skipped],
        "extended": found.extended,
        "estimated": found.count.estimated,
    }
    return json.dumps(answer, ensure_ascii=False)


def _text(found: Deadline) -> list[str]:
    lines = [f"{fact.label}：{fact.text}" for fact in explained(found)] + notes(found)
    if found.count.skipped:
        title = _("Days that do not count: %(count)s") % {"count": len(found.count.skipped)}
        days = (f"  {long_day(row.day)} {reason(row.reason)}" for row in found.count.skipped)
        lines += [title, *days]
    return lines
