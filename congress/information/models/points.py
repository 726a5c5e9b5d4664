"""Points: the dated rules of a county, and the frozen lines they gave."""

from typing import ClassVar, Self

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.information.models.adoptions import Adoption, Level, Publication
from congress.information.models.items import Item, ItemKind
from congress.organisations.models import Organisation


class PointsRuleQuerySet(models.QuerySet["PointsRule"]):
    def valid_on(self, day) -> Self:
        return self.filter(Q(valid_to=None) | Q(valid_to__gt=day), valid_from__lte=day)


class PointsRule(models.Model):
    """Points for an adoption, for `valid_from` ≤ its date < `valid_to`.

    An empty publication or type means any; the rule that says more wins, publication before type.
    A rule that has given lines is not changed: it is ended and a new one begins.
    """

    county = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="points_rules", editable=False
    )
    level = models.CharField(
        pgettext_lazy("publication", "level"), max_length=10, choices=Level.choices
    )
    publication = models.ForeignKey(
        Publication,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="rules",
        verbose_name=pgettext_lazy("noun", "publication"),
    )
    kind = models.CharField(
        pgettext_lazy("item", "type"), max_length=20, choices=ItemKind.choices, blank=True
    )
    points = models.DecimalField(
        pgettext_lazy("rule", "points"),
        max_digits=7,
        decimal_places=2,
        validators=[MinValueValidator(0)],
    )
    valid_from = models.DateField(pgettext_lazy("field", "valid from"))
    valid_to = models.DateField(
        pgettext_lazy("field", "valid until"),
        null=True,
        blank=True,
        help_text=_("The first day on which it is no longer valid."),
    )

    objects = PointsRuleQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("noun", "points rule")
        verbose_name_plural = pgettext_lazy("noun", "points rules")
        ordering: ClassVar = ["-valid_from", "level", "publication_id", "kind", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["county", "publication", "kind", "valid_from"],
                condition=Q(publication__isnull=False),
                name="points_rule_publication_once",
                violation_error_message=_("A rule for the same begins on this day already."),
            ),
            models.UniqueConstraint(
                fields=["county", "level", "kind", "valid_from"],
                condition=Q(publication=None),
                name="points_rule_level_once",
                violation_error_message=_("A rule for the same begins on this day already."),
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gt=F("valid_from")),
                name="points_rule_order",
                violation_error_message=_("The end must be later than the beginning."),
            ),
            models.CheckConstraint(condition=Q(points__gte=0), name="points_rule_not_negative"),
        ]

    def __str__(self) -> str:
        what = self.publication.name if self.publication else self.get_level_display()
        return f"{what}{self.get_kind_display() if self.kind else ''}"


class PointsLine(models.Model):
    """Points of an item, never recomputed. `date` is the adoption's.

    A line that takes another back has its date, its points with the other sign, and `counters` it.
    """

    class Source(models.TextChoices):
        RULE = "rule", pgettext_lazy("points line", "rule")
        BOOK = "book", pgettext_lazy("points line", "old book")
        COUNTER = "counter", pgettext_lazy("points line", "taken back")

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="points_lines")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    adoption = models.ForeignKey(
        Adoption, on_delete=models.PROTECT, null=True, related_name="points_lines"
    )
    rule = models.ForeignKey(PointsRule, on_delete=models.PROTECT, null=True, related_name="lines")
    source = models.CharField(max_length=10, choices=Source.choices)
    date = models.DateField()
    points = models.DecimalField(max_digits=9, decimal_places=2)
    counters = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="countered_by"
    )

    class Meta:
        ordering: ClassVar = ["date", "pk"]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "date", "points"], name="points_line_count")
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(source="rule", rule__isnull=False, adoption__isnull=False)
                | Q(source="book", rule=None)
                | Q(source="counter", counters__isnull=False),
                name="points_line_source",
            )
        ]

    def __str__(self) -> str:
        return f"{self.date} {self.points}"
