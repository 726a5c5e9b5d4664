"""Series of reference numbers: gap-free and never reused."""

from typing import ClassVar

from django.db import models

from congress.organisations.models.organisations import Organisation


class NumberSeries(models.Model):
    """The last number given in a series of an organisation, such as 信息-2026."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="number_series"
    )
    key = models.CharField(max_length=40)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "key"], name="number_series_once")
        ]

    def __str__(self) -> str:
        return f"{self.organisation} {self.key} {self.last}"
