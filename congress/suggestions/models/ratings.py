"""What the signatories say of the replies, and what becomes of it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from congress.suggestions.models.choices import Level, RatingWay
from congress.suggestions.models.signatories import Signatory
from congress.suggestions.models.suggestions import Suggestion

ASPECTS = ("consultation", "attitude", "reply", "result")


def overall(reply: str, result: str) -> str:
    return max(reply, result, key=Level.values.index)


def _aspect(label) -> models.CharField:
    return models.CharField(label, max_length=20, choices=Level.choices)


class Rating(models.Model):
    """One signatory's rating (满意度测评) of one round; never entered by a unit.

    `entered_by` names who entered a signed slip. Where a co-signer is dissatisfied the chair opens
    the second round or notes why not: `decision`.
    """

    class Decision(models.TextChoices):
        OPENED = "opened", pgettext_lazy("rating", "second round opened")
        NOTED = "noted", pgettext_lazy("rating", "no second round")

    suggestion = models.ForeignKey(Suggestion, on_delete=models.CASCADE, related_name="ratings")
    signatory = models.ForeignKey(Signatory, on_delete=models.CASCADE, related_name="ratings")
    round_no = models.PositiveSmallIntegerField()
    consultation = _aspect(pgettext_lazy("rating", "consultation"))
    attitude = _aspect(pgettext_lazy("rating", "attitude"))
    reply = _aspect(pgettext_lazy("rating", "the reply"))
    result = _aspect(pgettext_lazy("rating", "the result"))
    comment = models.TextField(pgettext_lazy("rating", "comment"), max_length=1000, blank=True)
    rated_at = models.DateTimeField()
    way = models.CharField(max_length=10, choices=RatingWay.choices)
    entered_by = models.CharField(max_length=150, blank=True)
    decision = models.CharField(max_length=10, choices=Decision.choices, blank=True)
    decision_note = models.TextField(max_length=1000, blank=True)
    decided_by = models.CharField(max_length=150, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["round_no", "signatory_id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["signatory", "round_no"], name="rating_once_a_round"),
            models.CheckConstraint(
                condition=Q(way=RatingWay.SLIP) & ~Q(entered_by="")
                | ~Q(way=RatingWay.SLIP) & Q(entered_by=""),
                name="rating_slip_entered_by",
            ),
            models.CheckConstraint(
                condition=Q(decision="", decided_at=None)
                | (~Q(decision="") & Q(decided_at__isnull=False)),
                name="rating_decided_with_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.signatory} {self.round_no}"

    @property
    def overall(self) -> str:
        """The worse of reply and result: as what it counts."""
        return overall(self.reply, self.result)

    @property
    def is_dissatisfied(self) -> bool:
        """With the reply or with the result: what may lead to a second round."""
        return self.overall == Level.DISSATISFIED


class JointStudy(models.Model):
    """What presidium, deputy and unit found together after a second round without satisfaction."""

    suggestion = models.OneToOneField(
        Suggestion, on_delete=models.CASCADE, related_name="joint_study"
    )
    day = models.DateField(pgettext_lazy("joint study", "day"))
    people = models.CharField(pgettext_lazy("joint study", "who took part"), max_length=200)
    outcome = models.TextField(pgettext_lazy("joint study", "what was agreed"), max_length=2000)
    entered_at = models.DateTimeField()
    entered_by = models.CharField(max_length=150)

    def __str__(self) -> str:
        return self.outcome[:40]
