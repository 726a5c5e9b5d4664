"""Reference numbers: 石桥-信息-2026-0031."""

from congress.organisations.models import NumberSeries, Organisation
from congress.organisations.names import short_name_of


def next_reference(organisation: Organisation, key: str, *, width: int) -> str:
    """Takes the next number of the series `key` (信息-2026) and returns the full reference.

    Must be called inside the transaction of the act: the series row stays locked until its end,
    and a failed act gives its number back.
    """
    series, _ = NumberSeries.objects.select_for_update().get_or_create(
        organisation=organisation, key=key
    )
    series.last += 1
    series.save(update_fields=["last"])
    return f"{short_name_of(organisation)}-{key}-{series.last:0{width}}"
