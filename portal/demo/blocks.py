"""The parts of a news page, from the data file."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from django.utils.html import format_html
from wagtail.images.models import Image

from congress.information.queries.count import count
from congress.organisations.models import Organisation
from congress.periods import Period, period

Draw = Callable[[str, str], Image]
QUARTERS = ("一季度", "二季度", "三季度", "四季度")
SUMMARY = 110


def slots_of(today: date) -> dict[str, str]:
    closed = last_quarter(today)
    return {
        "month": f"{today.month}月",
        "next_month": f"{today.month % 12 + 1}月",
        "quarter": f"{closed.start.year}年{QUARTERS[(closed.start.month - 1) // 3]}",
    }


def last_quarter(today: date) -> Period:
    """The last quarter that has ended."""
    first = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
    before = first - timedelta(days=1)
    return period("quarter", before.year, (before.month - 1) // 3 + 1)


def blocks_of(
    rows: list[dict[str, Any]], county: Organisation, today: date, draw: Draw
) -> Iterator[tuple[str, Any]]:
    filled = slots_of(today)
    for row in rows:
        if row["type"] == "paragraph":
            yield "paragraph", format_html("<p>{}</p>", row["text"].format(**filled))
        elif row["type"] == "heading":
            yield "heading", row["text"].format(**filled)
        elif row["type"] == "picture":
            yield "picture", _picture(row, draw)
        elif row["type"] == "table":
            yield "table", _table(row["rows"], row["caption"])
        else:
            yield "table", _table(_counted(county, today), row["caption"].format(**filled))


def first_sentences(body: str) -> str:
    """As many whole sentences of the first paragraph as fit into a summary, at least one."""
    summary = ""
    for sentence in body.split("\n")[0].split("。"):
        if sentence and (not summary or len(summary) + len(sentence) < SUMMARY):
            summary += f"{sentence}。"
    return summary


def _picture(row: dict[str, Any], draw: Draw) -> dict[str, Any]:
    return {
        "image": draw(row["scene"], row["alternative"]),
        "alternative": row["alternative"],
        "caption": row["caption"],
    }


def _table(rows: list[list[str]], caption: str) -> dict[str, Any]:
    return {
        "data": rows,
        "table_caption": caption,
        "table_header_choice": "row",
        "first_row_is_table_header": True,
        "first_col_is_header": False,
        "cell": [],
        "mergeCells": [],
    }


def _counted(county: Organisation, today: date) -> list[list[str]]:
    """The figures of the county's count, in the county's own order."""
    figures = sorted(
        count(county, last_quarter(today)).rows, key=lambda row: row.organisation.position
    )
    lines = [["单位", "报送", "县级采用", "市级及以上采用"]]
    for row in figures:
        above = sum(number for level, number in row.adopted.items() if level != "county")
        lines.append(
            [row.organisation.name, str(row.submitted), str(row.adopted["county"]), str(above)]
        )
    return lines
