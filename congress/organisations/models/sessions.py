"""Sessions of a congress (人代会会议)."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.organisations.models.deputies import Term


class CongressSession(models.Model):
    """A session of a term; `closes_on` is its last day, known at the latest when it closes."""

    term = models.ForeignKey(
        Term,
        on_delete=models.PROTECT,
        related_name="sessions",
        verbose_name=pgettext_lazy("noun", "term"),
    )
    number = models.PositiveSmallIntegerField(
        _("number of the session"), validators=[MinValueValidator(1), MaxValueValidator(30)]
    )
    opens_on = models.DateField(pgettext_lazy("session", "opens on"))
    closes_on = models.DateField(pgettext_lazy("session", "closes on"), null=True, blank=True)

    class Meta:
        verbose_name = pgettext_lazy("noun", "congress session")
        verbose_name_plural = pgettext_lazy("noun", "congress sessions")
        ordering: ClassVar = ["-opens_on", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["term", "number"],
                name="session_once",
                violation_error_message=_("This term has a session of this number."),
            ),
            models.CheckConstraint(
                condition=Q(closes_on=None) | Q(closes_on__gte=F("opens_on")),
                name="session_order",
                violation_error_message=_("The end must not be before the beginning."),
            ),
        ]

    def __str__(self) -> str:
        return _("term %(term)s, session %(number)s") % {
            "term": self.term.number,
            "number": self.number,
        }
