"""The count of a period, by the query of the page."""

import csv
import json
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.core.management.base import CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.information.models.adoptions import Level
from congress.information.queries.count import CountRow, Figures, count
from congress.organisations.commands import CountyCommand, refusal
from congress.periods import Period, period

FOUR_PLACES = Decimal("0.0001")
TWO_PLACES = Decimal("0.01")


class Command(CountyCommand):
    help = "Count what the townships of a county submitted and what was adopted."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--year", type=int, required=True)
        part = parser.add_mutually_exclusive_group()
        part.add_argument("--month", type=int)
        part.add_argument("--quarter", type=int)
        part.add_argument("--half", type=int)
        parser.add_argument("--format", choices=["json", "csv", "table"], default="table")

    def handle(self, *args: Any, **options: Any) -> None:
        county = self.get_county(options["county"])
        table = count(county, _period(options))
        rows = [_row(row) for row in table.rows]
        total = _figures(table.total)
        if options["format"] == "json":
            start, end = table.period.start.isoformat(), table.period.end.isoformat()
            answer = {"start": start, "end": end, "rows": rows, "total": total}
            self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2))
        else:
            lines = [
                _flat(row) for row in [*rows, {"organisation": pgettext("table", "Total")} | total]
            ]
            if options["format"] == "csv":
                _write_csv(self.stdout, lines)
            else:
                _write_table(self.stdout, lines)


def _period(options: dict[str, Any]) -> Period:
    kind, number = "year", 1
    for name in ("month", "quarter", "half"):
        if options[name] is not None:
            kind, number = name, options[name]
    try:
        return period(kind, options["year"], number)
    except ValueError:
        raise refusal(_("There is no such period. Please check year and number.")) from None


def _row(row: CountRow) -> dict[str, Any]:
    named = {"organisation": row.organisation.name}
    return named | _figures(row) | {"rank": row.rank, "change": row.change}


def _figures(figures: Figures) -> dict[str, Any]:
    rate = figures.adoption_rate
    return {
        "submitted": figures.submitted,
        "returned": figures.returned,
        "adopted": dict(figures.adopted),
        "adoption_rate": None
        if rate is None
        else str(rate.quantize(FOUR_PLACES, rounding=ROUND_HALF_UP)),
        "points": str(figures.points.quantize(TWO_PLACES)),
    }


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    """The headings of the files and the table, in their order."""
    rank, change = row.get("rank"), row.get("change")
    return {
        pgettext("column", "rank"): rank,
        pgettext("column", "organisation"): row["organisation"],
        pgettext("column", "submitted"): row["submitted"],
        pgettext("column", "returned"): row["returned"],
        **{str(Level(level).label): number for level, number in row["adopted"].items()},
        pgettext("column", "adoption rate"): row["adoption_rate"],
        pgettext("column", "points"): row["points"],
        pgettext("column", "change"): change,
    }


def _write_csv(out: Any, lines: list[dict[str, Any]]) -> None:
    writer = csv.DictWriter(out, lines[0], lineterminator="\n")
    writer.writeheader()
    writer.writerows(lines)


def _write_table(out: Any, lines: list[dict[str, Any]]) -> None:
    """Columns as wide as their widest cell, a Han character counting two."""
    cells = [list(lines[0]), *([_cell(v) for v in line.values()] for line in lines)]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        padded = (c + " " * (w - _width(c)) for c, w in zip(row, widths, strict=True))
        out.write("  ".join(padded).rstrip())


def _cell(value: Any) -> str:
    return "—" if value is None else str(value)


def _width(text: str) -> int:
    return sum(2 if ord(character) > 0x2E7F else 1 for character in text)
