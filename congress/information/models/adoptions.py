"""Where items were printed, sent up, and noticed by leaders."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.information.models.items import Item
from congress.information.models.undoable import Undoable
from congress.organisations.models import Organisation


class Level(models.TextChoices):
    COUNTY = "county", pgettext_lazy("level", "county")
    CITY = "city", pgettext_lazy("level", "city")
    PROVINCE = "province", pgettext_lazy("level", "province")
    NATIONAL = "national", pgettext_lazy("level", "national")


class Publication(models.Model):
    """A publication (刊物) as the county lists it."""

    county = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="publications", editable=False
    )
    name = models.CharField(pgettext_lazy("publication", "name"), max_length=60)
    level = models.CharField(
        pgettext_lazy("publication", "level"), max_length=10, choices=Level.choices
    )
    active = models.BooleanField(_("offered when adopting"), default=True)

    class Meta:
        verbose_name = pgettext_lazy("noun", "publication")
        verbose_name_plural = pgettext_lazy("noun", "publications")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["county", "name"],
                name="publication_once",
                violation_error_message=_("A publication of this name exists already."),
            )
        ]

    def __str__(self) -> str:
        level = self.get_level_display()
        return self.name if self.name.startswith(level) else f"{level}{self.name}"


class SentUp(Undoable):
    """An item sent up (上报) to a level, waiting to be adopted there."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="sendings")
    level = models.CharField(
        pgettext_lazy("publication", "level"), max_length=10, choices=Level.choices
    )
    sent_on = models.DateField(_("sent up on"))

    class Meta:
        ordering: ClassVar = ["sent_on", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["item", "level", "sent_on"],
                condition=Q(undone_at=None),
                name="sent_up_once",
                violation_error_message=_("It was sent up to this level on this day already."),
            ),
            models.CheckConstraint(condition=~Q(level="county"), name="sent_up_above_county"),
        ]

    def __str__(self) -> str:
        return self.get_level_display()


class Adoption(Undoable):
    """One printing of an item. `level` is the publication's at that time, `organisation` the
    item's: both copied so that a count reads one index.

    `adopted_on_estimated`: an old book gave no date of its own (估计).
    """

    class Mode(models.TextChoices):
        SINGLE = "single", pgettext_lazy("adoption", "alone")
        DIGEST = "digest", pgettext_lazy("adoption", "in a digest")

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="adoptions")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    publication = models.ForeignKey(
        Publication,
        on_delete=models.PROTECT,
        related_name="adoptions",
        verbose_name=pgettext_lazy("noun", "publication"),
    )
    level = models.CharField(max_length=10, choices=Level.choices, editable=False)
    issue = models.CharField(pgettext_lazy("publication", "issue"), max_length=30, blank=True)
    adopted_on = models.DateField(pgettext_lazy("field", "adopted on"))
    adopted_on_estimated = models.BooleanField(default=False, editable=False)
    mode = models.CharField(
        pgettext_lazy("adoption", "mode"),
        max_length=10,
        choices=Mode.choices,
        default=Mode.SINGLE,
    )
    printed_title = models.CharField(_("title as printed"), max_length=120, blank=True)
    printed_text = models.TextField(_("text as printed"), max_length=20_000, blank=True)
    sending = models.ForeignKey(
        SentUp,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="adoptions",
        verbose_name=_("follows this sending up"),
    )

    class Meta:
        verbose_name = pgettext_lazy("noun", "adoption")
        verbose_name_plural = pgettext_lazy("noun", "adoptions")
        ordering: ClassVar = ["adopted_on", "pk"]
        indexes: ClassVar = [
            models.Index(
                fields=["organisation", "adopted_on", "undone_at", "level", "item"],
                name="adoption_count",
            )
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["item", "publication", "issue"],
                condition=Q(undone_at=None),
                name="adoption_once",
                violation_error_message=_(
                    "This adoption by the same publication and issue is recorded already."
                ),
            )
        ]

    def __str__(self) -> str:
        issue = f"第{self.issue}期" if self.issue.isdigit() else self.issue
        return f"{self.publication}{issue}"


class Instruction(Undoable):
    """A leader's written instruction (批示) on an item."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="instructions")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    level = models.CharField(
        pgettext_lazy("instruction", "level"), max_length=10, choices=Level.choices
    )
    leader = models.CharField(pgettext_lazy("instruction", "leader"), max_length=60)
    given_on = models.DateField(pgettext_lazy("field", "given on"))
    given_on_estimated = models.BooleanField(default=False, editable=False)
    gist = models.TextField(pgettext_lazy("instruction", "gist"), max_length=1000, blank=True)

    class Meta:
        verbose_name = pgettext_lazy("noun", "instruction")
        verbose_name_plural = pgettext_lazy("noun", "instructions")
        ordering: ClassVar = ["given_on", "pk"]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "given_on", "undone_at"], name="instruction_count")
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(leader=""), name="instruction_leader")
        ]

    def __str__(self) -> str:
        return f"{self.leader}批示"
