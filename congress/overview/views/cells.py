"""The cells of the count: what each shows, and where its rows are opened."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from congress.information.queries.count import CountRow, CountTable, Figures
from congress.web.templatetags.web import percent, plain


@dataclass(frozen=True)
class Cell:
    """`url` is empty where nothing may be opened."""

    label: str
    text: str
    url: str
    is_small: bool = False


@dataclass(frozen=True)
class Line:
    row: CountRow
    cells: SafeString


def lines_of(table: CountTable, may_open_all: bool, own_ids: set[int | None]) -> list[Line]:
    """A line for each township, with links where its rows may be opened."""
    opened = _Opened(table)
    return [
        Line(row, _html_of(opened.cells(row, may_open_all or row.organisation.pk in own_ids)))
        for row in table.rows
    ]


def total_of(table: CountTable, may_open_all: bool) -> SafeString:
    return _html_of(_Opened(table).cells(table.total, may_open_all))


def _html_of(cells: list[Cell]) -> SafeString:
    """Written here and not by a template: 55 townships have 550 cells."""
    few = format_html(
        '<span class="badge badge-neutral">{}</span> ', pgettext("badge", "few items")
    )
    return format_html_join(
        "",
        '<td class="num" data-label="{}">{}{}</td>',
        ((cell.label, few if cell.is_small else "", _linked(cell)) for cell in cells),
    )


def _linked(cell: Cell) -> str:
    if not cell.url:
        return cell.text
    return format_html('<a class="num-link" href="{}">{}</a>', cell.url, cell.text)


class _Opened:
    """Labels and addresses are made once a table, not once a cell."""

    def __init__(self, table: CountTable) -> None:
        self.url = reverse("overview:count_rows")
        self.period = table.period.code
        self.labels = {
            "submitted": pgettext("column", "Submitted"),
            "returned": pgettext("column", "Returned"),
            "adopted_county": pgettext("column", "County adopted"),
            "adopted_city": pgettext("column", "City adopted"),
            "adopted_province": pgettext("column", "Province adopted"),
            "adopted_national": pgettext("column", "Nationally adopted"),
            "adopted": pgettext("column", "Adoption rate"),
            "instructions": pgettext("column", "Instructions"),
            "points": pgettext("column", "Points"),
            "cumulative": pgettext("column", "Since January"),
        }

    def cells(self, figures: Figures, may_open: bool) -> list[Cell]:
        shown = {
            "submitted": (figures.submitted, str(figures.submitted)),
            "returned": (figures.returned, str(figures.returned)),
            **{
                f"adopted_{level}": (number, str(number))
                for level, number in figures.adopted.items()
            },
            "adopted": (figures.adopted_any, percent(figures.adoption_rate)),
            "instructions": (figures.instructions, str(figures.instructions)),
            "points": (figures.points, plain(figures.points)),
            "cumulative": (figures.cumulative, plain(figures.cumulative)),
        }
        place = f"&organisation={figures.organisation.pk}" if isinstance(figures, CountRow) else ""
        return [
            Cell(
                self.labels[figure],
                text,
                f"{self.url}?figure={figure}&period={self.period}{place}"
                if may_open and number
                else "",
                figure == "adopted" and figures.is_small,
            )
            for figure, (number, text) in shown.items()
        ]
