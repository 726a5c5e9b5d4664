"""The count (报送统计): one answer for the page, the Excel file and the command.

For a period start ≤ day < end:
- submitted: items first handed in during it and not withdrawn;
- returned: acts of return in it that were not taken back;
- adopted, by level: different items with an adoption of that level dated in it;
- points: the sum of the lines dated in it, counter-lines included;
- adoption rate: different items with any adoption dated in it ÷ submitted (may exceed 1);
- rank by points, ties share and the next rank skips; change: previous rank minus this one.
Every active township and sub-district stands in it, zeros included. The number of queries does
not depend on the number of rows.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, Sum

from congress.information.models import Adoption, Instruction, Item, PointsLine, Return
from congress.information.models.adoptions import Level
from congress.information.models.items import start_of
from congress.organisations.models import Organisation
from congress.organisations.models.organisations import OrganisationQuerySet
from congress.periods import Period, period

ZERO = Decimal("0.00")
# Fewer submissions than this make a rate or a rank say little (样本少).
SMALL = 3


@dataclass(frozen=True)
class Submissions:
    """How much was handed in, and how many items were adopted at any level."""

    submitted: int
    adopted_any: int

    @property
    def adoption_rate(self) -> Decimal | None:
        """None where nothing was submitted."""
        return Decimal(self.adopted_any) / self.submitted if self.submitted else None

    @property
    def is_small(self) -> bool:
        return 0 < self.submitted < SMALL


@dataclass(frozen=True)
class Figures(Submissions):
    """What is added up; `adopted` counts different items by level code."""

    returned: int
    adopted: Mapping[str, int]
    instructions: int
    points: Decimal
    cumulative: Decimal


@dataclass(frozen=True)
class CountRow(Figures):
    """One organisation. `change` is None where there is no previous rank."""

    organisation: Organisation
    rank: int
    change: int | None


@dataclass(frozen=True)
class CountTable:
    """Rows by rank, then place in lists, then primary key."""

    period: Period
    rows: tuple[CountRow, ...]
    total: Figures


def count(county: Organisation, of: Period) -> CountTable:
    townships = list(_townships(county).active_in(min(of.start, of.previous.start), of.end))
    figures = _figures([o.pk for o in townships], of)
    current = [o for o in townships if _active(o, of)]
    ranks = rank_by({o.pk: figures[o.pk].points for o in current})
    before = _previous_ranks(townships, of.previous)
    rows = [
        CountRow(
            organisation=o,
            rank=ranks[o.pk],
            change=before[o.pk] - ranks[o.pk] if o.pk in before else None,
            **vars(figures[o.pk]),
        )
        for o in current
    ]
    rows.sort(key=lambda row: (row.rank, row.organisation.position, row.organisation.pk))
    return CountTable(of, tuple(rows), _total(rows))


def submissions(county: Organisation, of: Period) -> Submissions:
    """The two totals of a county by which one period is compared with another."""
    townships = _townships(county).active_in(of.start, of.end)
    items = Item.objects.counted().first_submitted_in(of.start, of.end)
    adoptions = Adoption.objects.standing().filter(
        organisation__in=townships, adopted_on__gte=of.start, adopted_on__lt=of.end
    )
    return Submissions(
        submitted=items.filter(organisation__in=townships).count(),
        adopted_any=adoptions.aggregate(items=Count("item", distinct=True))["items"],
    )


def _townships(county: Organisation) -> OrganisationQuerySet:
    return Organisation.objects.townships().filter(parent=county)


def rank_by(points: Mapping[int, Decimal]) -> dict[int, int]:
    """Highest first; ties share a rank and the next one skips: 1, 1, 3."""
    ordered = sorted(points.values(), reverse=True)
    return {key: ordered.index(value) + 1 for key, value in points.items()}


def _active(organisation: Organisation, of: Period) -> bool:
    begins, ends = organisation.active_from, organisation.active_to
    return (begins is None or begins < of.end) and (ends is None or ends > of.start)


def _previous_ranks(townships: Iterable[Organisation], of: Period) -> dict[int, int]:
    """Of those that were active then; empty where none of them had a points line."""
    keys = [o.pk for o in townships if _active(o, of)]
    sums = _sums(PointsLine.objects.filter(date__gte=of.start, date__lt=of.end), keys)
    return rank_by({key: sums.get(key, ZERO) for key in keys}) if sums else {}


def _sums(lines, townships: Collection[int]) -> dict[int, Decimal]:
    rows = (
        lines.filter(organisation__in=townships)
        .order_by()
        .values_list("organisation_id")
        .annotate(Sum("points"))
    )
    return {key: _exact(total) for key, total in rows}


def _exact(total: Decimal | None) -> Decimal:
    """SQLite adds in binary fractions: 0.1 + 0.2 − 0.3 must be nothing, and not less."""
    return ZERO if total is None else total.quantize(ZERO) + ZERO


def _counts(rows, townships: Collection[int]) -> dict[int, int]:
    grouped = (
        rows.filter(organisation__in=townships)
        .order_by()
        .values_list("organisation_id")
        .annotate(rows=Count("*"))
    )
    return dict(grouped)


def _figures(townships: Collection[int], of: Period) -> dict[int, Figures]:
    submitted = _counts(Item.objects.counted().first_submitted_in(of.start, of.end), townships)
    returned = _counts(
        Return.objects.standing().filter(at__gte=start_of(of.start), at__lt=start_of(of.end)),
        townships,
    )
    adoptions = (
        Adoption.objects.standing()
        .filter(organisation__in=townships, adopted_on__gte=of.start, adopted_on__lt=of.end)
        .order_by()
        .values_list("organisation_id")
        .annotate(
            **{
                f"{level}_items": Count("item", distinct=True, filter=Q(level=level))
                for level in Level.values
            },
            items=Count("item", distinct=True),
        )
    )
    adopted = {key: tuple(numbers) for key, *numbers in adoptions}
    instructions = _counts(
        Instruction.objects.standing().filter(given_on__gte=of.start, given_on__lt=of.end),
        townships,
    )
    year = period("year", of.year)
    points = {
        key: (_exact(now), _exact(so_far))
        for key, now, so_far in PointsLine.objects.filter(
            organisation__in=townships, date__gte=year.start, date__lt=of.end
        )
        .order_by()
        .values_list("organisation_id")
        .annotate(
            now=Sum("points", filter=Q(date__gte=of.start)),
            so_far=Sum("points"),
        )
    }
    nothing = (0,) * (len(Level.values) + 1)
    return {
        key: Figures(
            submitted=submitted.get(key, 0),
            returned=returned.get(key, 0),
            adopted=dict(zip(Level.values, adopted.get(key, nothing), strict=False)),
            adopted_any=adopted.get(key, nothing)[-1],
            instructions=instructions.get(key, 0),
            points=points.get(key, (ZERO, ZERO))[0],
            cumulative=points.get(key, (ZERO, ZERO))[1],
        )
        for key in townships
    }


def _total(rows: Iterable[Figures]) -> Figures:
    """Items belong to one organisation, so the sums are of different items too."""
    rows = list(rows)
    return Figures(
        submitted=sum(row.submitted for row in rows),
        returned=sum(row.returned for row in rows),
        adopted={level: sum(row.adopted[level] for row in rows) for level in Level.values},
        adopted_any=sum(row.adopted_any for row in rows),
        instructions=sum(row.instructions for row in rows),
        points=sum((row.points for row in rows), ZERO),
        cumulative=sum((row.cumulative for row in rows), ZERO),
    )
