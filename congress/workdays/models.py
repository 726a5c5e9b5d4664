"""What a county says of its working days, and which rule set its clocks follow."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.organisations.models import Organisation
from congress.workdays.days import REST, WORK
from congress.workdays.decrees import FIRST, LAST
from congress.workdays.rulebook import NATIONAL
from congress.workdays.wording import RULES_WORDS

KINDS = [
    (REST, pgettext_lazy("kind of day", "day of rest")),
    (WORK, pgettext_lazy("kind of day", "working day")),
]


class CalendarDay(models.Model):
    """A day on which the county's calendar differs from the decree, or that it entered itself."""

    county = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="calendar_days", editable=False
    )
    day = models.DateField(pgettext_lazy("field", "day"), editable=False)
    kind = models.CharField(pgettext_lazy("calendar", "kind"), max_length=10, choices=KINDS)
    name = models.CharField(
        pgettext_lazy("calendar", "name of the festival"),
        max_length=20,
        blank=True,
        help_text=_("Why nobody works; it stands in the explanation of every due date."),
    )

    class Meta:
        ordering: ClassVar = ["day"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "day"], name="calendar_day_once"),
            models.CheckConstraint(condition=Q(kind__in=[REST, WORK]), name="calendar_day_kind"),
            models.CheckConstraint(
                condition=Q(kind=WORK) | ~Q(name=""),
                name="calendar_day_rest_named",
                violation_error_message=_("Please say why this is a day of rest."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.get_kind_display()} {self.name}".strip()


class DecreedYear(models.Model):
    """The county has entered the days off of a year which the program did not know yet."""

    county = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="decreed_years", editable=False
    )
    year = models.PositiveSmallIntegerField(
        pgettext_lazy("field", "year"),
        validators=[MinValueValidator(FIRST), MaxValueValidator(LAST)],
        editable=False,
    )
    source = models.CharField(
        _("number of the State Council's notice"),
        max_length=100,
        help_text=_("As it stands at the head of the notice, such as 国办发明电〔2025〕7号."),
    )

    class Meta:
        ordering: ClassVar = ["year"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["county", "year"], name="decreed_year_once"),
            models.CheckConstraint(condition=~Q(source=""), name="decreed_year_has_source"),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.source}"


class ClockSettings(models.Model):
    """A county without a row follows the national law."""

    county = models.OneToOneField(
        Organisation, on_delete=models.PROTECT, related_name="clock_settings", editable=False
    )
    rules = models.CharField(
        pgettext_lazy("clock", "rule set"),
        max_length=30,
        choices=list(RULES_WORDS.items()),
        default=NATIONAL,
    )

    def __str__(self) -> str:
        return f"{self.county} {self.get_rules_display()}"
