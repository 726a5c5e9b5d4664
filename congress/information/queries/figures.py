"""The rows behind every number of the count."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.information.models import Adoption, Instruction, Item, PointsLine, Return
from congress.information.models.adoptions import Level
from congress.information.models.items import start_of
from congress.organisations.models import Organisation
from congress.periods import Period, period


@dataclass(frozen=True)
class FigureRow:
    """`amount` is what the row adds to the number; `what` says why it counts."""

    day: date
    item: Item
    what: str
    amount: Decimal


ONE = Decimal(1)


def _submitted(organisations: list[int], of: Period) -> list[FigureRow]:
    items = (
        Item.objects.counted()
        .first_submitted_in(of.start, of.end)
        .filter(organisation_id__in=organisations)
        .select_related("organisation")
        .order_by("submitted_at", "pk")
    )
    return [
        FigureRow(timezone.localdate(item.submitted_at), item, item.get_kind_display(), ONE)
        for item in items
    ]


def _returned(organisations: list[int], of: Period) -> list[FigureRow]:
    rows = (
        Return.objects.standing()
        .filter(
            organisation_id__in=organisations,
            at__gte=start_of(of.start),
            at__lt=start_of(of.end),
        )
        .select_related("item__organisation")
    )
    return [FigureRow(timezone.localdate(row.at), row.item, row.reason, ONE) for row in rows]


def _adopted(organisations: list[int], of: Period, level: str = "") -> list[FigureRow]:
    """One row an item, at its first fitting adoption."""
    adoptions = (
        Adoption.objects.standing()
        .filter(organisation_id__in=organisations, adopted_on__gte=of.start, adopted_on__lt=of.end)
        .select_related("item__organisation", "publication")
    )
    if level:
        adoptions = adoptions.filter(level=level)
    by_item: dict[int, list[Adoption]] = {}
    for adoption in adoptions:
        by_item.setdefault(adoption.item_id, []).append(adoption)
    return [
        FigureRow(those[0].adopted_on, those[0].item, "、".join(map(str, those)), ONE)
        for those in by_item.values()
    ]


def _instructions(organisations: list[int], of: Period) -> list[FigureRow]:
    rows = (
        Instruction.objects.standing()
        .filter(organisation_id__in=organisations, given_on__gte=of.start, given_on__lt=of.end)
        .select_related("item__organisation")
    )
    return [FigureRow(row.given_on, row.item, row.leader, ONE) for row in rows]


def _points(organisations: list[int], of: Period) -> list[FigureRow]:
    lines = PointsLine.objects.filter(
        organisation_id__in=organisations, date__gte=of.start, date__lt=of.end
    ).select_related("item__organisation", "adoption__publication")
    return [
        FigureRow(
            line.date, line.item, str(line.adoption or line.get_source_display()), line.points
        )
        for line in lines
    ]


def _cumulative(organisations: list[int], of: Period) -> list[FigureRow]:
    year = period("year", of.year)
    return _points(organisations, Period(year.start, of.end, of.kind, of.number))


def _level(level: str) -> Callable[[list[int], Period], list[FigureRow]]:
    return lambda organisations, of: _adopted(organisations, of, level)


FIGURES: dict[str, tuple[object, Callable[[list[int], Period], list[FigureRow]]]] = {
    "submitted": (pgettext_lazy("figure", "items submitted"), _submitted),
    "returned": (_("returns for revision"), _returned),
    "adopted": (pgettext_lazy("figure", "items adopted"), _adopted),
    "adopted_county": (_("items adopted by the county"), _level(Level.COUNTY)),
    "adopted_city": (_("items adopted by the city"), _level(Level.CITY)),
    "adopted_province": (_("items adopted by the province"), _level(Level.PROVINCE)),
    "adopted_national": (_("items adopted at national level"), _level(Level.NATIONAL)),
    "instructions": (pgettext_lazy("figure", "leaders' instructions"), _instructions),
    "points": (_("points of the period"), _points),
    "cumulative": (_("points since the beginning of the year"), _cumulative),
}


def rows_of(figure: str, organisations: list[Organisation], of: Period) -> list[FigureRow]:
    """The rows whose amounts add up to the figure of these organisations together."""
    return FIGURES[figure][1]([organisation.pk for organisation in organisations], of)
