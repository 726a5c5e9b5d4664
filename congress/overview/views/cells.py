"""The cells of the count: what each shows, and where its rows are opened."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from congress.information.queries.count import CountRow, CountTable, Figures
from congress.web.templatetags.web import percent, plain


@dataclass(frozen=True)
class Cell:
    """As it stands in the page, escaped; `url` is empty where nothing may be opened."""

    label: str
    text: str
    url: str
    is_small: bool = False


@dataclass(frozen=True)
class Line:
    row: CountRow
    cells: SafeString
    change: SafeString


def lines_of(table: CountTable, may_open_all: bool, own_ids: set[int | None]) -> list[Line]:
    """A line for each township, with links where its rows may be opened."""
    opened, words = _Opened(table), _Words()
    return [
        Line(
            row,
            _html_of(opened.cells(row, may_open_all or row.organisation.pk in own_ids)),
            words.change(row.change),
        )
        for row in table.rows
    ]


def total_of(table: CountTable, may_open_all: bool) -> SafeString:
    return _html_of(_Opened(table).cells(table.total, may_open_all))


def _html_of(cells: list[Cell]) -> SafeString:
    """Written here and not by a template: 55 townships have 550 cells. Labels and badge are
    escaped; the rest is figures, codes and keys of ours."""
    few = f'<span class="badge badge-neutral">{escape(pgettext("badge", "few items"))}</span> '
    return SafeString(
        "".join(
            f'<td class="num" data-label="{cell.label}">{few if cell.is_small else ""}'
            f"{_linked(cell)}</td>"
            for cell in cells
        )
    )


def _linked(cell: Cell) -> str:
    return f'<a class="num-link" href="{cell.url}">{cell.text}</a>' if cell.url else cell.text


class _Words:
    """Of the change of rank, in arrows and for the ear."""

    def __init__(self) -> None:
        self.up = self._arrow("up", "↑", pgettext("rank", "up"))
        self.down = self._arrow("down", "↓", pgettext("rank", "down"))

    @staticmethod
    def _arrow(css: str, arrow: str, word: str) -> str:
        ear = f'<span class="visually-hidden">{escape(word)}</span>'
        return f'<span class="{css}">{arrow} {ear}%d</span>'

    def change(self, places: int | None) -> SafeString:
        """Places gained, or lost below zero; None where there was no rank before."""
        if places is None:
            return SafeString("—")
        arrow = self.up if places > 0 else self.down
        return SafeString(arrow % abs(places) if places else "0")


class _Opened:
    """Labels and addresses are made once a table, not once a cell."""

    def __init__(self, table: CountTable) -> None:
        self.url = reverse("overview:count_rows")
        self.period = table.period.code
        labels = {
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
        self.labels = {figure: escape(label) for figure, label in labels.items()}

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
        place = (
            f"&amp;organisation={figures.organisation.pk}" if isinstance(figures, CountRow) else ""
        )
        return [
            Cell(
                self.labels[figure],
                text,
                f"{self.url}?figure={figure}&amp;period={self.period}{place}"
                if may_open and number
                else "",
                figure == "adopted" and figures.is_small,
            )
            for figure, (number, text) in shown.items()
        ]
