"""Counties, their townships and sub-districts, and the units that handle work."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.organisations.names import short_name_of


class Kind(models.TextChoices):
    COUNTY = "county", pgettext_lazy("organisation", "county")
    TOWNSHIP = "township", pgettext_lazy("organisation", "township")
    SUBDISTRICT = "subdistrict", pgettext_lazy("organisation", "sub-district")
    UNIT = "unit", pgettext_lazy("organisation", "handling unit")


TOWNSHIP_KINDS = (Kind.TOWNSHIP, Kind.SUBDISTRICT)


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def in_county(self, county_id: int) -> Self:
        """The county itself, what stands under it, and the units of its townships."""
        return self.filter(
            Q(pk=county_id) | Q(parent_id=county_id) | Q(parent__parent_id=county_id)
        )

    def counties(self) -> Self:
        return self.filter(kind=Kind.COUNTY)

    def townships(self) -> Self:
        """Townships and sub-districts: those that submit and are counted."""
        return self.filter(kind__in=TOWNSHIP_KINDS)

    def active_in(self, start: date, end: date) -> Self:
        """Active on at least one day of start ≤ day < end."""
        return self.filter(
            Q(active_from=None) | Q(active_from__lt=end),
            Q(active_to=None) | Q(active_to__gt=start),
        )


class Organisation(models.Model):
    """`active_from` ≤ day < `active_to`; an empty end is open."""

    Kind = Kind

    name = models.CharField(pgettext_lazy("organisation", "name"), max_length=100)
    kind = models.CharField(
        pgettext_lazy("organisation", "kind"), max_length=20, choices=Kind.choices
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=pgettext_lazy("field", "superior organisation"),
    )
    short_name = models.CharField(
        pgettext_lazy("field", "short name"),
        max_length=20,
        blank=True,
        help_text=_("Stands in reference numbers; empty: the name without its ending."),
    )
    position = models.PositiveIntegerField(
        _("place in lists"), default=0, help_text=_("Smaller numbers come first.")
    )
    active_from = models.DateField(pgettext_lazy("field", "active from"), null=True, blank=True)
    active_to = models.DateField(
        pgettext_lazy("field", "active until"),
        null=True,
        blank=True,
        help_text=_("The first day on which it no longer exists."),
    )

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("noun", "organisation")
        verbose_name_plural = pgettext_lazy("noun", "organisations")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["parent", "name"],
                name="organisation_name_once",
                violation_error_message=_("An organisation of this name exists already."),
            ),
            models.UniqueConstraint(
                fields=["name"],
                condition=Q(parent=None),
                name="organisation_county_name_once",
                violation_error_message=_("An organisation of this name exists already."),
            ),
            models.UniqueConstraint(
                fields=["parent", "short_name"],
                condition=~Q(short_name=""),
                name="organisation_short_name_once",
                violation_error_message=_("This short name is taken in the county."),
            ),
            models.CheckConstraint(
                condition=Q(kind=Kind.COUNTY, parent=None)
                | (~Q(kind=Kind.COUNTY) & Q(parent__isnull=False)),
                name="organisation_only_county_is_top",
                violation_error_message=_("Only a county stands without a superior."),
            ),
            models.CheckConstraint(
                condition=Q(active_to=None)
                | Q(active_from=None)
                | Q(active_to__gt=F("active_from")),
                name="organisation_active_order",
                violation_error_message=_("The end must be later than the beginning."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def short(self) -> str:
        return short_name_of(self)

    @property
    def county_id(self) -> int:
        """The key of the county it belongs to; asks for the parent of a unit of a township."""
        if self.parent_id is None:
            return self.pk
        if self.kind in TOWNSHIP_KINDS:
            return self.parent_id
        assert self.parent is not None
        return self.parent.parent_id or self.parent_id
