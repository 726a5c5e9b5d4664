"""Reference numbers for many records at once."""

from collections.abc import Iterable

from congress.organisations.models import NumberSeries, Organisation
from congress.organisations.names import short_name_of


def next_references(wanted: Iterable[tuple[Organisation, str]], *, width: int) -> list[str]:
    """One full reference for each organisation and key of its series (信息-2026), in order.

    As `numbers.next_reference`: inside the transaction of the act, the series stay locked.
    """
    asked = list(wanted)
    needed = {(organisation.pk, key) for organisation, key in asked}
    NumberSeries.objects.bulk_create(
        [NumberSeries(organisation_id=pk, key=key) for pk, key in sorted(needed)],
        ignore_conflicts=True,
    )
    keys = {key for _pk, key in needed}
    rows = NumberSeries.objects.select_for_update().filter(
        organisation__in={pk for pk, _key in needed}, key__in=keys
    )
    series = {(row.organisation_id, row.key): row for row in rows.order_by("pk")}
    references = []
    for organisation, key in asked:
        row = series[organisation.pk, key]
        row.last += 1
        references.append(f"{short_name_of(organisation)}-{key}-{row.last:0{width}}")
    NumberSeries.objects.bulk_update([series[each] for each in needed], ["last"])
    return references
