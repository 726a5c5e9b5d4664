"""The filters of the search page, as links."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from home.search.asking import TIMES
from home.search.results import Found

ANY_KIND = pgettext_lazy("search", "Any kind")
ANY_PLACE = pgettext_lazy("search", "Any place")
ANY_TIME = pgettext_lazy("search", "Any time")


@dataclass(frozen=True)
class Pill:
    label: str | Promise
    url: str
    current: bool
    count: int | None = None


@dataclass(frozen=True)
class Row:
    """`label` says to a screen reader what the pills choose."""

    label: str | Promise
    pills: list[Pill]


def rows_of(found: Found) -> list[Row]:
    """Rows in which there is something to choose."""
    asked = found.asked
    kinds = [(kind.code, kind.label, count) for kind, count in found.kinds if count]
    places = [(str(place.pk), place.name, count) for place, count in found.places if count]
    times = [(code, label, None) for code, (_days, label) in TIMES.items()]
    rows = [
        _row(found, "kind", pgettext_lazy("search", "Kind"), ANY_KIND, kinds),
        _row(found, "place", pgettext_lazy("search", "Place"), ANY_PLACE, places),
        _row(found, "time", pgettext_lazy("search", "Time"), ANY_TIME, times),
    ]
    chosen = {"kind": asked.kind, "place": asked.place, "time": asked.time}
    names = ("kind", "place", "time")
    return [
        row for name, row in zip(names, rows, strict=True) if len(row.pills) > 2 or chosen[name]
    ]


def _row(
    found: Found,
    name: str,
    label: str | Promise,
    every: str | Promise,
    choices: Iterable[tuple[str, str | Promise, int | None]],
) -> Row:
    chosen = getattr(found.asked, name)
    pills = [Pill(every, found.asked.url(**{name: ""}), not chosen)]
    pills += [
        Pill(text, found.asked.url(**{name: code}), code == chosen, count)
        for code, text, count in choices
    ]
    return Row(label, pills)
