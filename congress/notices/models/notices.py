"""A notice: its text, whom it is for, and where it stands."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelsearch import index

from congress.notices.models.texts import Asked, NoticeText
from congress.notices.states import NOTICE
from congress.organisations.models import Constituency, DeputyGroup, Organisation

# What a personal link to a notice does: `congress.notifications`.
LINK_ACT = "notice"
BEFORE_SENDING = ("draft", "awaiting_signature", "signed")


class Notice(index.Indexed, NoticeText):
    """A notice (通知) of a township or of the county. Never public.

    Its own text is the one being written, later the one that was sent; what was signed is kept
    as `NoticeVersion`. `reference` and `group_token` are given at sending. `sequence` grows each
    time the meeting is moved or cancelled, as calendars count. `edition` grows with every save, so
    that a second window cannot overwrite unseen. The audience is a choice until the sending makes
    the ledger of it.
    """

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="notices",
        verbose_name=pgettext_lazy("noun", "organisation"),
    )
    reference = models.CharField(  # noqa: DJ001  none before the sending, then unique
        pgettext_lazy("field", "reference number"), max_length=60, null=True, editable=False
    )
    state = models.CharField(
        pgettext_lazy("item", "state"),
        max_length=20,
        choices=NOTICE.choices(),
        default="draft",
        editable=False,
    )
    routine = models.BooleanField(pgettext_lazy("notice", "routine notice"), default=False)
    ends_on = models.DateField(
        _("last day for an answer"),
        null=True,
        blank=True,
        help_text=_("Empty: the day of the meeting, otherwise thirty days after the sending."),
    )
    all_deputies = models.BooleanField(pgettext_lazy("notice", "all deputies"), default=False)
    groups = models.ManyToManyField(
        DeputyGroup,
        blank=True,
        related_name="+",
        verbose_name=pgettext_lazy("field", "deputy groups"),
    )
    constituencies = models.ManyToManyField(
        Constituency,
        blank=True,
        related_name="+",
        verbose_name=pgettext_lazy("noun", "constituencies"),
    )
    offices = models.ManyToManyField(
        Organisation, blank=True, related_name="+", verbose_name=_("offices of townships")
    )
    people = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        related_name="+",
        verbose_name=pgettext_lazy("notice", "named people"),
    )
    edition = models.PositiveIntegerField(default=0, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    group_token = models.CharField(  # noqa: DJ001  none before the sending, then unique
        max_length=40, null=True, unique=True, editable=False
    )
    created_at = models.DateTimeField(editable=False)
    sent_at = models.DateTimeField(pgettext_lazy("notice", "sent at"), null=True, editable=False)
    cancelled_at = models.DateTimeField(null=True, editable=False)

    search_fields: ClassVar = [
        index.SearchField("title"),
        index.SearchField("body"),
        index.SearchField("place"),
        index.SearchField("reference"),
    ]

    class Meta:
        verbose_name = pgettext_lazy("noun", "notice")
        verbose_name_plural = pgettext_lazy("noun", "notices")
        ordering: ClassVar = ["-created_at", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "-created_at", "-id"], name="notice_own"),
            models.Index(fields=["state", "organisation"], name="notice_waiting"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "reference"], name="notice_reference"),
            models.CheckConstraint(
                condition=Q(state__in=[state.code for state in NOTICE.states]), name="notice_state"
            ),
            models.CheckConstraint(
                condition=Q(sent_at=None, reference=None, group_token=None)
                | Q(sent_at__isnull=False, reference__isnull=False, group_token__isnull=False),
                name="notice_number_with_sending",
            ),
            models.CheckConstraint(
                condition=Q(state__in=BEFORE_SENDING, sent_at=None)
                | Q(state__in=["sent", "cancelled"], sent_at__isnull=False, ends_on__isnull=False),
                name="notice_sent_with_moment_and_end",
            ),
            models.CheckConstraint(
                condition=Q(state="cancelled", cancelled_at__isnull=False)
                | (~Q(state="cancelled") & Q(cancelled_at=None)),
                name="notice_cancelled_with_moment",
            ),
            models.CheckConstraint(
                condition=Q(state="draft")
                | ~Q(asked=Asked.ATTEND)
                | (Q(meeting_at__isnull=False) & ~Q(place="")),
                name="notice_meeting_with_time_and_place",
            ),
            models.CheckConstraint(condition=Q(asked__in=Asked.values), name="notice_asked"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def was_sent(self) -> bool:
        return self.sent_at is not None
