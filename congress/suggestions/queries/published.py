"""What everybody reads of a published suggestion: never a telephone number or an address.

Of a record whose title alone may be published nothing else is handed out: no name, no text, no
reply.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Case, F, Q, QuerySet, Subquery, Value, When
from django.db.models.expressions import OuterRef
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import pgettext

from congress.flow.transitions import State
from congress.organisations.models import Organisation
from congress.suggestions.models import Commitment, Reply, Signatory, Suggestion
from congress.suggestions.models.choices import Consent, Part
from congress.suggestions.models.suggestions import SuggestionQuerySet
from congress.suggestions.queries.upward import written_by
from congress.suggestions.rules import published
from congress.suggestions.states import COMMITMENT, SUGGESTION

# How many steps are done in each state; what was accepted has its first two.
REACHED = {
    "registered": 2,
    "assigned": 3,
    "return_requested": 3,
    "in_handling": 3,
    "reply_review": 3,
    "rehandling": 3,
    "replied": 4,
    "closed": 5,
}


@dataclass(frozen=True)
class Step:
    label: str
    note: str
    state: str


@dataclass(frozen=True)
class Signed:
    """A name under the suggestion; `mandate` is the key of the deputy's public page, none where
    the mandate has ended."""

    name: str
    mandate: int | None


@dataclass(frozen=True)
class PublicReply:
    unit: str
    body: str
    result: str
    reason: str
    number: str
    on: date
    second_round: bool


@dataclass(frozen=True)
class PublicPromise:
    text: str
    unit: str
    promised_on: date
    state: str | Promise
    tone: str


@dataclass(frozen=True)
class PublicSuggestion:
    """`whole` where the full text may be read; else the last seven are empty."""

    title: str
    reference: str
    congress: Organisation
    state: str | Promise
    tone: str
    steps: list[Step]
    whole: bool
    category: str = ""
    problem: str = ""
    advice: str = ""
    signed: list[Signed] = field(default_factory=list)
    units: list[str] = field(default_factory=list)
    replies: list[PublicReply] = field(default_factory=list)
    promises: list[PublicPromise] = field(default_factory=list)


def published_in(county: int) -> SuggestionQuerySet:
    """Of the county's own congress and of its townships'."""
    return published().filter(Q(congress=county) | Q(congress__parent=county))


def full_texts(rows: SuggestionQuerySet) -> SuggestionQuerySet:
    return rows.filter(consent=Consent.FULL)


def titles_alone(rows: SuggestionQuerySet) -> SuggestionQuerySet:
    return rows.filter(consent=Consent.TITLE_ONLY)


def listed(county: int) -> QuerySet[Suggestion]:
    """With `lead_name`, empty where the title alone is public. Without the texts."""
    leads = Signatory.objects.filter(suggestion=OuterRef("pk"), part=Part.LEAD)
    name = Subquery(leads.values("deputy__user__name")[:1])
    rows = published_in(county).select_related("congress").defer("problem", "advice")
    return rows.annotate(lead_name=Case(When(consent=Consent.FULL, then=name), default=Value("")))


def sought(rows: QuerySet[Suggestion], words: str) -> QuerySet[Suggestion]:
    """By title and number, by the text where it is public."""
    text = Q(problem__icontains=words) | Q(advice__icontains=words)
    title = Q(title__icontains=words) | Q(reference__icontains=words)
    return rows.filter(title | (Q(consent=Consent.FULL) & text))


def public_page(suggestion: Suggestion, on: date) -> PublicSuggestion:
    """Four questions where the text is public, none where it is not."""
    state = SUGGESTION.state(suggestion.state)
    title: dict[str, Any] = {
        "title": suggestion.title,
        "reference": suggestion.reference or "",
        "congress": suggestion.congress,
        "state": state.public_label,
        "tone": public_tone(state),
        "steps": _steps(suggestion, str(state.public_label)),
    }
    if suggestion.consent != Consent.FULL:
        return PublicSuggestion(**title, whole=False)
    return PublicSuggestion(
        **title,
        whole=True,
        category=str(suggestion.get_category_display()),
        problem=suggestion.problem,
        advice=suggestion.advice,
        signed=_signed(suggestion, on),
        units=_units(suggestion),
        replies=_replies(suggestion),
        promises=_promises(suggestion),
    )


def public_tone(state: State) -> str:
    """What the office still has to do is no warning to the public."""
    return "info" if state.tone == "warning" else state.tone


def _steps(suggestion: Suggestion, words: str) -> list[Step]:
    moments = (
        (pgettext("step", "Raised"), suggestion.submitted_at),
        (pgettext("step", "Accepted"), suggestion.registered_at),
        (pgettext("step", "Handed over"), suggestion.handed_over_at),
        (pgettext("step", "Replied"), suggestion.replied_at),
        (pgettext("step", "Closed"), suggestion.closed_at),
    )
    reached = REACHED[suggestion.state]
    steps = []
    for index, (label, at) in enumerate(moments):
        state = "done" if index < reached else "current" if index == reached else "next"
        note = words if state == "current" else ""
        if state == "done" and at:
            day = timezone.localdate(at)
            note = f"{day.year}年{day.month}月{day.day}日"
        steps.append(Step(label, note, state))
    return steps


def _signed(suggestion: Suggestion, on: date) -> list[Signed]:
    """The lead first. Proposers of a merged one only where they consent too."""
    rows = suggestion.signatories.standing().exclude(
        ~Q(came_from__consent=Consent.FULL), part=Part.MERGED
    )
    rows = rows.select_related("deputy__user").order_by(
        Case(When(part=Part.LEAD, then=0), default=1), "pk"
    )
    return [Signed(row.deputy.user.name, _mandate(row, on)) for row in rows]


def _mandate(row: Signatory, on: date) -> int | None:
    deputy = row.deputy
    runs = deputy.starts_on <= on and (deputy.ends_on is None or on < deputy.ends_on)
    return deputy.pk if runs else None


def _units(suggestion: Suggestion) -> list[str]:
    return list(suggestion.assignments.running().values_list("unit__name", flat=True))


def _replies(suggestion: Suggestion) -> list[PublicReply]:
    rows = Reply.objects.filter(suggestion=suggestion, state="released")
    return [
        PublicReply(
            unit=written_by(row),
            body=row.body,
            result=row.class_label,
            reason=row.class_reason,
            number=row.document_no,
            on=timezone.localdate(row.released_at),
            second_round=row.round_no > 1,
        )
        for row in rows.select_related("assignment__unit", "taken_from")
    ]


def _promises(suggestion: Suggestion) -> list[PublicPromise]:
    rows = Commitment.objects.filter(suggestion=suggestion)
    found = []
    for row in rows.annotate(unit=F("reply__assignment__unit__name")):
        state = COMMITMENT.state(row.state)
        tone = public_tone(state)
        found.append(PublicPromise(row.text, row.unit, row.promised_on, state.public_label, tone))
    return found
