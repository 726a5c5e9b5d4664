"""Who stands under a suggestion."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.organisations.models import Deputy
from congress.suggestions.models.choices import Answer, Part
from congress.suggestions.models.suggestions import Suggestion

# What a personal link of a suggestion does: `congress.notifications`.
COSIGN_ACT = "cosign_suggestion"
RATE_ACT = "rate_suggestion"


class SignatoryQuerySet(models.QuerySet["Signatory"]):
    def standing(self):
        """Who has signed: the lead, the co-signers who confirmed, proposers of merged ones."""
        return self.filter(answer=Answer.CONFIRMED)


class Signatory(models.Model):
    """One deputy under one suggestion, as a mandate; answered also after the mandate has ended.

    A co-signer is asked and confirms that this is their true wish, or declines in silence: to the
    others both who has not answered and who declined are simply not confirmed. `came_from` is the
    suggestion that was merged. `agreed_to_withdraw_at` is the consent to a withdrawal.
    """

    suggestion = models.ForeignKey(Suggestion, on_delete=models.CASCADE, related_name="signatories")
    deputy = models.ForeignKey(
        Deputy,
        on_delete=models.PROTECT,
        related_name="signatures",
        verbose_name=pgettext_lazy("noun", "deputy"),
    )
    part = models.CharField(max_length=10, choices=Part.choices)
    answer = models.CharField(max_length=10, choices=Answer.choices)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    on_paper = models.BooleanField(_("signed on paper"), default=False)
    came_from = models.ForeignKey(
        Suggestion, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    agreed_to_withdraw_at = models.DateTimeField(null=True, blank=True)

    objects = SignatoryQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["suggestion", "deputy"], name="signatory_once"),
            models.UniqueConstraint(
                fields=["suggestion"], condition=Q(part=Part.LEAD), name="signatory_one_lead"
            ),
            models.CheckConstraint(
                condition=Q(part=Part.COSIGNER) | Q(answer=Answer.CONFIRMED),
                name="signatory_only_cosigners_asked",
            ),
            models.CheckConstraint(
                condition=Q(answer=Answer.ASKED, answered_at=None)
                | (~Q(answer=Answer.ASKED) & Q(answered_at__isnull=False)),
                name="signatory_answer_with_moment",
            ),
            models.CheckConstraint(
                condition=Q(part=Part.MERGED, came_from__isnull=False)
                | (~Q(part=Part.MERGED) & Q(came_from=None)),
                name="signatory_merged_came_from",
            ),
        ]

    def __str__(self) -> str:
        return self.deputy.user.name


class Withdrawal(models.Model):
    """The lead deputy's written wish to withdraw; done when all who signed agree."""

    suggestion = models.OneToOneField(
        Suggestion, on_delete=models.CASCADE, related_name="withdrawal"
    )
    reason = models.TextField(pgettext_lazy("withdrawal", "reason"), max_length=500)
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=150)

    def __str__(self) -> str:
        return self.reason[:40]
