"""The ledger (送达台账): one row for each person invited, made before anything is sent."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.notices.models.notices import Notice
from congress.organisations.models import Organisation


class Answer(models.TextChoices):
    ATTEND = "attend", pgettext_lazy("answer", "comes")
    LEAVE = "leave", pgettext_lazy("answer", "asks for leave")


class Channel(models.TextChoices):
    INBOX = "inbox", pgettext_lazy("channel", "in-site message")
    SMS = "sms", pgettext_lazy("channel", "text message from one's own phone")
    CARRIER = "carrier", pgettext_lazy("channel", "carrier's bulk service")
    GROUP = "group", pgettext_lazy("channel", "group chat")
    PHONE = "phone", pgettext_lazy("channel", "telephone")


class Decision(models.TextChoices):
    GRANTED = "granted", pgettext_lazy("leave", "granted")
    REFUSED = "refused", pgettext_lazy("leave", "not granted")


class Reply(models.Model):
    """What is known of one person about one date. Opening counts for nothing, since chat programs
    open links too; a press (`confirmed_at`), an answer or a telephone call does."""

    opened_at = models.DateTimeField(pgettext_lazy("ledger", "first opened"), null=True, blank=True)
    confirmed_at = models.DateTimeField(pgettext_lazy("ledger", "confirmed"), null=True, blank=True)
    answer = models.CharField(
        pgettext_lazy("ledger", "answer"), max_length=10, choices=Answer.choices, blank=True
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(_("reason for the leave"), max_length=200, blank=True)
    on_behalf_by = models.CharField(
        pgettext_lazy("ledger", "answered on behalf by"), max_length=250, blank=True
    )
    decision = models.CharField(
        pgettext_lazy("ledger", "leave"), max_length=10, choices=Decision.choices, blank=True
    )
    decided_by = models.CharField(max_length=250, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(pgettext_lazy("ledger", "told by phone"), null=True, blank=True)
    told_by = models.CharField(max_length=250, blank=True)
    told_result = models.CharField(_("result of the call"), max_length=200, blank=True)

    REPLY_FIELDS: ClassVar = (
        "opened_at",
        "confirmed_at",
        "answer",
        "answered_at",
        "reason",
        "on_behalf_by",
        "decision",
        "decided_by",
        "decided_at",
        "told_at",
        "told_by",
        "told_result",
    )

    class Meta:
        abstract = True

    @property
    def done(self) -> bool:
        """The person has pressed, answered, or been told."""
        return bool(self.confirmed_at or self.answer or self.told_at)


DONE = Q(confirmed_at__isnull=False) | ~Q(answer="") | Q(told_at__isnull=False)


class RecipientQuerySet(models.QuerySet["Recipient"]):
    def done(self) -> Self:
        return self.filter(DONE)

    def not_yet(self) -> Self:
        """Those who have neither pressed nor been told: the ones left to call."""
        return self.exclude(DONE)


class Recipient(Reply):
    """One person invited by one notice. `seat` is the congress or office for which the person
    stands in it, `as_deputy` or as one of its office; `reminded_at` is the one reminder of this
    date."""

    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="recipients")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="notice_rows"
    )
    seat = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    as_deputy = models.BooleanField(default=False)
    group_name = models.CharField(pgettext_lazy("ledger", "group"), max_length=60, blank=True)
    added_at = models.DateTimeField()
    channel = models.CharField(
        pgettext_lazy("ledger", "channel"), max_length=10, choices=Channel.choices, blank=True
    )
    reached_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    checked_in_at = models.DateTimeField(pgettext_lazy("ledger", "came"), null=True, blank=True)
    checked_in_by = models.CharField(max_length=250, blank=True)

    objects = RecipientQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("noun", "person invited")
        verbose_name_plural = pgettext_lazy("noun", "people invited")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["notice", "user"], name="recipient_once"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None, on_behalf_by="", reason="")
                | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="recipient_answer_with_moment",
            ),
            models.CheckConstraint(
                condition=~Q(answer=Answer.LEAVE) | ~Q(reason=""), name="recipient_leave_reason"
            ),
            models.CheckConstraint(
                condition=Q(decision="", decided_by="", decided_at=None)
                | (Q(answer=Answer.LEAVE, decided_at__isnull=False) & ~Q(decided_by="")),
                name="recipient_decision_on_leave",
            ),
            models.CheckConstraint(
                condition=Q(told_at=None, told_by="", told_result="")
                | (Q(told_at__isnull=False) & ~Q(told_by="") & ~Q(told_result="")),
                name="recipient_told_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(checked_in_at=None, checked_in_by="")
                | (Q(checked_in_at__isnull=False) & ~Q(checked_in_by="")),
                name="recipient_came_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(channel="", reached_at=None)
                | (~Q(channel="") & Q(reached_at__isnull=False)),
                name="recipient_channel_with_moment",
            ),
        ]

    def __str__(self) -> str:
        return str(self.user)


class EarlierDate(Reply):
    """What a row said about a date that was moved; kept, and asked again."""

    recipient = models.ForeignKey(Recipient, on_delete=models.CASCADE, related_name="earlier_dates")
    sequence = models.PositiveIntegerField()
    meeting_at = models.DateTimeField()
    place = models.CharField(max_length=80)

    class Meta:
        ordering: ClassVar = ["sequence"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["recipient", "sequence"], name="earlier_date_once")
        ]

    def __str__(self) -> str:
        return f"{self.recipient} {self.meeting_at:%Y-%m-%d}"
