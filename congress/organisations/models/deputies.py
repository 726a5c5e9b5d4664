"""Terms of congresses, constituencies, groups, and the mandates of deputies."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.organisations.models.appointments import RunningQuerySet
from congress.organisations.models.organisations import Organisation
from congress.organisations.models.users import User


class Term(models.Model):
    """A term of a congress (届); `starts_on` ≤ day < `ends_on`.

    `unverified` marks a term that an import had to guess (届次待核); its first day is then the
    day of import until the county corrects it.
    """

    congress = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="terms",
        verbose_name=pgettext_lazy("field", "people's congress"),
    )
    number = models.PositiveSmallIntegerField(
        _("number of the term"), validators=[MinValueValidator(1), MaxValueValidator(99)]
    )
    starts_on = models.DateField(_("term begins on"))
    ends_on = models.DateField(
        _("term ends on"), null=True, blank=True, help_text=_("The first day after the term.")
    )
    unverified = models.BooleanField(_("number to be verified"), default=False)

    objects = RunningQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("noun", "term")
        verbose_name_plural = pgettext_lazy("noun", "terms")
        ordering: ClassVar = ["congress__position", "congress_id", "-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["congress", "number"],
                name="term_once",
                violation_error_message=_("This congress has a term of this number."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")),
                name="term_order",
                violation_error_message=_("The end must be later than the beginning."),
            ),
        ]

    def __str__(self) -> str:
        return _("%(congress)s, term %(number)s") % {
            "congress": self.congress.name,
            "number": self.number,
        }


class Constituency(models.Model):
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="constituencies"
    )
    name = models.CharField(pgettext_lazy("constituency", "name"), max_length=60)

    class Meta:
        verbose_name = pgettext_lazy("noun", "constituency")
        verbose_name_plural = pgettext_lazy("noun", "constituencies")
        ordering: ClassVar = ["organisation_id", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "name"], name="constituency_once")
        ]

    def __str__(self) -> str:
        return self.name


class DeputyGroup(models.Model):
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="deputy_groups"
    )
    name = models.CharField(pgettext_lazy("deputy group", "name"), max_length=60)

    class Meta:
        verbose_name = pgettext_lazy("field", "deputy group")
        verbose_name_plural = pgettext_lazy("field", "deputy groups")
        ordering: ClassVar = ["organisation_id", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "name"], name="deputy_group_once")
        ]

    def __str__(self) -> str:
        return self.name


class Deputy(models.Model):
    """One mandate: a person at two levels has two rows, a re-elected one a new row.

    The role `deputy` follows from `starts_on` ≤ day < `ends_on`; an ended mandate keeps its
    records. `ends_on_unverified` marks an end that an import could only date by its own day.
    """

    user = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        related_name="mandates",
        verbose_name=pgettext_lazy("noun", "person"),
    )
    congress = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="deputies",
        verbose_name=pgettext_lazy("field", "people's congress"),
    )
    term = models.ForeignKey(
        Term,
        on_delete=models.PROTECT,
        related_name="deputies",
        verbose_name=pgettext_lazy("noun", "term"),
    )
    constituency = models.ForeignKey(
        Constituency,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="deputies",
        verbose_name=pgettext_lazy("noun", "constituency"),
    )
    group = models.ForeignKey(
        DeputyGroup,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="deputies",
        verbose_name=pgettext_lazy("field", "deputy group"),
    )
    certificate_no = models.CharField(
        pgettext_lazy("field", "certificate number"), max_length=30, blank=True
    )
    occupation = models.CharField(_("work unit and post"), max_length=100, blank=True)
    note = models.CharField(pgettext_lazy("deputy", "note"), max_length=200, blank=True)
    starts_on = models.DateField(pgettext_lazy("field", "mandate from"))
    ends_on = models.DateField(
        pgettext_lazy("field", "mandate until"),
        null=True,
        blank=True,
        help_text=_("The first day without the mandate."),
    )
    ends_on_unverified = models.BooleanField(_("end to be verified"), default=False)

    objects = RunningQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("noun", "mandate")
        verbose_name_plural = pgettext_lazy("noun", "mandates")
        ordering: ClassVar = ["congress__position", "pk"]
        indexes: ClassVar = [
            models.Index(fields=["user", "starts_on", "ends_on"], name="deputy_running")
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user", "term"],
                condition=Q(ends_on=None),
                name="deputy_one_running_mandate",
                violation_error_message=_("The person has a mandate in this term already."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="deputy_order",
                violation_error_message=_("The end must not be before the beginning."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.congress} {self.user}"
