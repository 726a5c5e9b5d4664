"""An item, the text on the desk, the text of each round, its returns and its files."""

from datetime import date, datetime, time
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelsearch import index

from congress.information.models.undoable import Undoable
from congress.information.states import ITEM
from congress.organisations.models import Organisation


class ItemKind(models.TextChoices):
    ACTIVITY = "activity", pgettext_lazy("item type", "activity")
    EXPERIENCE = "experience", pgettext_lazy("item type", "experience")
    PROBLEM = "problem", pgettext_lazy("item type", "problem and advice")
    RESEARCH = "research", pgettext_lazy("item type", "research")
    COMMISSIONED = "commissioned", pgettext_lazy("item type", "commissioned")
    OPINION = "opinion", pgettext_lazy("item type", "public opinion")


def start_of(day: date) -> datetime:
    """The first moment of a day here, for half-open ranges over moments."""
    return timezone.make_aware(datetime.combine(day, time.min))


class ItemText(models.Model):
    """What the drafter writes."""

    kind = models.CharField(
        pgettext_lazy("item", "type"),
        max_length=20,
        choices=ItemKind.choices,
        default=ItemKind.ACTIVITY,
    )
    title = models.CharField(pgettext_lazy("item", "title"), max_length=120, blank=True)
    body = models.TextField(pgettext_lazy("item", "text"), max_length=20_000, blank=True)
    event_date = models.DateField(_("date of the event"), null=True, blank=True)
    drafter = models.CharField(pgettext_lazy("item", "drafter"), max_length=50, blank=True)
    contact = models.CharField(_("contact number of the drafter"), max_length=40, blank=True)
    origin = models.CharField(_("number of the record it came from"), max_length=100, blank=True)

    TEXT_FIELDS: ClassVar = (
        "kind",
        "title",
        "body",
        "event_date",
        "drafter",
        "contact",
        "origin",
    )

    class Meta:
        abstract = True


class ItemQuerySet(models.QuerySet["Item"]):
    def submitted(self) -> Self:
        """Handed in at least once."""
        return self.exclude(submitted_at=None)

    def counted(self) -> Self:
        """Handed in and not withdrawn: what a count calls submitted."""
        return self.submitted().exclude(state="withdrawn")

    def first_submitted_in(self, start: date, end: date) -> Self:
        """First handed in on a day of start ≤ day < end."""
        return self.filter(submitted_at__gte=start_of(start), submitted_at__lt=start_of(end))


class Item(index.Indexed, ItemText):
    """An information item (信息). Its own text is the one handed in last; the text being written
    is its `Draft`. Before the first hand-in only the township sees it.

    `reference` is given at the first submission, is unique in the township and never changes.
    `submitted_at` is the first submission. `old_book_text` is what an imported book says of the
    adoption where it could not be read.
    """

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="items",
        verbose_name=pgettext_lazy("noun", "organisation"),
    )
    reference = models.CharField(  # noqa: DJ001  none before the first submission, then unique
        pgettext_lazy("field", "reference number"), max_length=60, null=True, editable=False
    )
    state = models.CharField(
        pgettext_lazy("item", "state"),
        max_length=20,
        choices=ITEM.choices(),
        default="draft",
        editable=False,
    )
    created_at = models.DateTimeField(editable=False)
    submitted_at = models.DateTimeField(
        pgettext_lazy("field", "first submitted"), null=True, editable=False
    )
    retained_reason = models.CharField(_("why it was kept"), max_length=500, blank=True)
    old_book_text = models.CharField(_("as the old book has it"), max_length=500, blank=True)

    objects = ItemQuerySet.as_manager()
    search_fields: ClassVar = [
        index.SearchField("title", boost=2),
        index.SearchField("body"),
        index.SearchField("reference"),
    ]

    class Meta:
        verbose_name = pgettext_lazy("noun", "information item")
        verbose_name_plural = pgettext_lazy("noun", "information items")
        ordering: ClassVar = ["-created_at", "-pk"]
        indexes: ClassVar = [
            # Ends with what the list searches: the texts make rows too long to be read for it.
            models.Index(
                fields=["organisation", "submitted_at", "state", "kind", "reference", "title"],
                name="item_count",
            ),
            models.Index(fields=["-submitted_at", "-id", "organisation"], name="item_newest"),
            models.Index(fields=["organisation", "-created_at", "-id"], name="item_own"),
            models.Index(fields=["state", "organisation", "submitted_at"], name="item_waiting"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "reference"], name="item_reference"),
            models.CheckConstraint(
                condition=Q(submitted_at=None, reference=None)
                | Q(submitted_at__isnull=False, reference__isnull=False),
                name="item_number_with_submission",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[state.code for state in ITEM.states]), name="item_state"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "awaiting_sign_off"])
                | Q(submitted_at__isnull=False),
                name="item_state_after_submission",
            ),
            models.CheckConstraint(
                condition=~Q(state="draft") | Q(submitted_at=None),
                name="item_draft_never_submitted",
            ),
            models.CheckConstraint(
                condition=~Q(state="retained") | ~Q(retained_reason=""),
                name="item_retained_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title or str(pgettext_lazy("item", "Untitled draft"))

    @property
    def handed_in(self) -> bool:
        return self.submitted_at is not None


class Draft(ItemText):
    """The text on the township's desk. `version` grows with every save, so that a second window
    cannot overwrite unseen; `sitting_at` is when the trail last noted an edit."""

    item = models.OneToOneField(Item, on_delete=models.CASCADE, related_name="draft")
    version = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField()
    sitting_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.title} v{self.version}"


class Round(ItemText):
    """The text as it was handed in, `number` from 1."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    submitted_at = models.DateTimeField()
    submitted_by = models.CharField(max_length=250)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item", "number"], name="round_once")
        ]

    def __str__(self) -> str:
        return f"{self.item} {self.number}"


class Return(Undoable):
    """An act of return (退回修改): counted in the period of `at`."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="returns")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.CharField(max_length=250)
    reason = models.CharField(pgettext_lazy("return", "reason"), max_length=500)
    advice = models.TextField(_("advice on how to mend it"), max_length=2000)

    class Meta:
        ordering: ClassVar = ["at", "pk"]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "at", "undone_at"], name="return_count")
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(reason="") & ~Q(advice=""), name="return_reason_and_advice"
            ),
            models.CheckConstraint(
                condition=Q(undone_at=None) | Q(undone_at__gte=F("at")), name="return_undone_later"
            ),
        ]

    def __str__(self) -> str:
        return self.reason
