"""A deputy's suggestion: its text on the official form, and where it stands."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelsearch import index

from congress.organisations.models import CongressSession, Organisation, Term
from congress.suggestions.models.choices import (
    Category,
    Consent,
    FormedBy,
    Jurisdiction,
    Kind,
    RaisedFor,
    Refusal,
)
from congress.suggestions.states import SUGGESTION
from congress.suggestions.states.process import BEFORE_REGISTRATION, BEFORE_SUBMISSION

HANDED_OVER = ("assigned", "return_requested", "in_handling", "reply_review")


class SuggestionQuerySet(models.QuerySet["Suggestion"]):
    def submitted(self):
        """What has left the deputies' hands."""
        return self.exclude(state__in=BEFORE_SUBMISSION)


class Suggestion(index.Indexed, models.Model):
    """A suggestion, criticism or comment (代表建议、批评和意见) to one congress.

    `session` is that in which it was raised, none between sessions. `reference` is given at the
    registration and stays. `round_no` is 2 from the opening of the second round on. `edition` grows
    with every save of the text, so that a second window cannot overwrite unseen. `entered_by` names
    who entered it on behalf of the lead deputy, from a signed paper. A county record that came from
    a township has `raised_from` and its number as `origin`.
    """

    TEXT_FIELDS = (
        "kind",
        "title",
        "problem",
        "advice",
        "category",
        "consent",
        "formed_by",
        "raised_for",
        "wants_contact",
        "no_reply_needed",
        "open_to_cosigners",
    )

    congress = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="suggestions",
        verbose_name=pgettext_lazy("field", "people's congress"),
    )
    term = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="suggestions")
    session = models.ForeignKey(
        CongressSession,
        on_delete=models.PROTECT,
        related_name="suggestions",
        null=True,
        blank=True,
        verbose_name=pgettext_lazy("noun", "congress session"),
    )
    kind = models.CharField(
        pgettext_lazy("suggestion", "kind"),
        max_length=20,
        choices=Kind.choices,
        default=Kind.SUGGESTION,
    )
    from_motion = models.BooleanField(_("motion handled as a suggestion"), default=False)
    title = models.CharField(pgettext_lazy("field", "title"), max_length=80)
    problem = models.TextField(
        pgettext_lazy("suggestion", "situation and problem"), max_length=8000, blank=True
    )
    advice = models.TextField(
        pgettext_lazy("suggestion", "concrete advice"), max_length=8000, blank=True
    )
    category = models.CharField(
        pgettext_lazy("suggestion", "category"),
        max_length=20,
        choices=Category.choices,
        default=Category.OTHER,
    )
    jurisdiction = models.CharField(
        _("who can settle it"),
        max_length=20,
        choices=Jurisdiction.choices,
        default=Jurisdiction.TOWNSHIP,
    )
    consent = models.CharField(
        _("consent to publication"), max_length=20, choices=Consent.choices, default=Consent.FULL
    )
    formed_by = models.CharField(
        pgettext_lazy("suggestion", "formed by"),
        max_length=20,
        choices=FormedBy.choices,
        blank=True,
    )
    raised_for = models.CharField(
        _("raised for years, unsolved"), max_length=20, choices=RaisedFor.choices, blank=True
    )
    wants_contact = models.BooleanField(_("wishes closer contact by the unit"), default=False)
    no_reply_needed = models.BooleanField(_("for study only, no written reply"), default=False)
    open_to_cosigners = models.BooleanField(_("others may co-sign"), default=False)

    entered_by = models.CharField(max_length=150, blank=True, editable=False)
    state = models.CharField(
        pgettext_lazy("item", "state"),
        max_length=20,
        choices=SUGGESTION.choices(),
        default="draft",
        editable=False,
    )
    reference = models.CharField(  # noqa: DJ001  none before the registration, then unique
        pgettext_lazy("field", "reference number"),
        max_length=60,
        null=True,
        blank=True,
        editable=False,
    )
    round_no = models.PositiveSmallIntegerField(default=1, editable=False)
    edition = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(editable=False)
    submitted_at = models.DateTimeField(
        pgettext_lazy("suggestion", "submitted"), null=True, blank=True, editable=False
    )
    registered_at = models.DateTimeField(null=True, blank=True, editable=False)
    told_at = models.DateTimeField(null=True, blank=True, editable=False)
    handed_over_at = models.DateTimeField(
        pgettext_lazy("suggestion", "handed over"), null=True, blank=True, editable=False
    )
    replied_at = models.DateTimeField(
        pgettext_lazy("suggestion", "replied"), null=True, blank=True, editable=False
    )
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    refusal = models.CharField(
        _("reason of the non-acceptance"), max_length=30, choices=Refusal.choices, blank=True
    )
    refusal_article = models.CharField(
        _("basis of the non-acceptance"), max_length=100, blank=True, editable=False
    )
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        related_name="merged",
        null=True,
        blank=True,
        editable=False,
    )
    raised_from = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        related_name="raised_to",
        null=True,
        blank=True,
        editable=False,
    )
    origin = models.CharField(max_length=60, blank=True, editable=False)

    objects = SuggestionQuerySet.as_manager()

    search_fields: ClassVar = [
        index.SearchField("title"),
        index.SearchField("problem"),
        index.SearchField("advice"),
        index.SearchField("reference"),
    ]

    class Meta:
        verbose_name = pgettext_lazy("noun", "suggestion")
        verbose_name_plural = pgettext_lazy("noun", "suggestions")
        ordering: ClassVar = ["-created_at", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["congress", "-created_at", "-id"], name="suggestion_own"),
            models.Index(fields=["-created_at", "-id"], name="suggestion_newest"),
            models.Index(fields=["submitted_at"], name="suggestion_submitted"),
            models.Index(fields=["congress", "state", "entered_by"], name="suggestion_state"),
            models.Index(fields=["term", "session"], name="suggestion_session"),
            models.Index(
                fields=["-published_at", "-id"],
                condition=Q(published_at__isnull=False),
                name="suggestion_public",
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["congress", "reference"], name="suggestion_reference"),
            models.CheckConstraint(
                condition=Q(state__in=[state.code for state in SUGGESTION.states]),
                name="suggestion_state_known",
            ),
            models.CheckConstraint(
                condition=Q(reference=None, registered_at=None)
                | Q(reference__isnull=False, registered_at__isnull=False),
                name="suggestion_number_with_registration",
            ),
            models.CheckConstraint(
                condition=Q(state__in=BEFORE_REGISTRATION, reference=None)
                | Q(state="withdrawn")
                | (~Q(state__in=BEFORE_REGISTRATION) & Q(reference__isnull=False)),
                name="suggestion_number_by_state",
            ),
            models.CheckConstraint(
                condition=Q(state__in=BEFORE_SUBMISSION, submitted_at=None)
                | (~Q(state__in=BEFORE_SUBMISSION) & Q(submitted_at__isnull=False)),
                name="suggestion_submitted_by_state",
            ),
            models.CheckConstraint(
                condition=Q(state="not_accepted") & ~Q(refusal="")
                | ~Q(state="not_accepted") & Q(refusal=""),
                name="suggestion_refusal_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(state="merged", merged_into__isnull=False)
                | (~Q(state="merged") & Q(merged_into=None)),
                name="suggestion_merged_into",
            ),
            models.CheckConstraint(
                condition=Q(state="closed", closed_at__isnull=False)
                | (~Q(state="closed") & Q(closed_at=None)),
                name="suggestion_closed_with_moment",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=HANDED_OVER) | Q(handed_over_at__isnull=False),
                name="suggestion_handed_over_with_moment",
            ),
            models.CheckConstraint(
                condition=Q(published_at=None) | ~Q(consent=Consent.NONE),
                name="suggestion_public_by_consent",
            ),
            models.CheckConstraint(condition=Q(round_no__in=[1, 2]), name="suggestion_two_rounds"),
            models.CheckConstraint(
                condition=Q(raised_from=None, origin="")
                | (Q(raised_from__isnull=False) & ~Q(origin="")),
                name="suggestion_origin_with_record",
            ),
        ]

    def __str__(self) -> str:
        return self.title
