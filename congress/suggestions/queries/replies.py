"""Which replies are owed, and how they are checked and classed."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from congress.suggestions.models import Assignment, Contact, Reply, Suggestion
from congress.suggestions.models.assignments import AssignmentQuerySet
from congress.suggestions.models.choices import HandlingRole
from congress.suggestions.queries.settings import checks_in, scheme_in
from congress.suggestions.schemes import Scheme, schemes

OWED_IN = ("assigned", "in_handling", "rehandling")
NO_CONTACT = gettext_lazy(
    "Contact with the deputy has to be noted before the reply (Art. 51 of the law)."
)
SPEAK_AGAIN = gettext_lazy(
    "Speak with the deputy again before the second reply, and note the contact."
)


def owed_replies(suggestion: Suggestion) -> AssignmentQuerySet:
    """Running parts that have not signed the reply of this round."""
    answered = suggestion.replies.filter(round_no=suggestion.round_no).exclude(state="draft")
    parts = Assignment.objects.running().replying().filter(suggestion=suggestion)
    return parts.exclude(pk__in=answered.values("assignment"))


def is_alone(part: Assignment) -> bool:
    """The lead, or the only one that owes the deputies a reply."""
    others = part.suggestion.assignments.running().replying().exclude(pk=part.pk)
    return part.role == HandlingRole.LEAD or (
        part.role == HandlingRole.SEPARATE and not others.exists()
    )


def scheme_of(suggestion: Suggestion) -> Scheme:
    """The county's."""
    return schemes()[scheme_in(suggestion.congress.parent_id or suggestion.congress_id)]


def class_words(reply: Reply) -> str:
    """As it was signed; of a draft as the county's scheme has it now."""
    if reply.state != "draft":
        return reply.class_label
    return str(scheme_of(reply.suggestion).named(reply.result_class) or "")


def checks_replies(suggestion: Suggestion) -> bool:
    """Whether the congress checks replies before they go out; a county always does."""
    return checks_in(suggestion.congress_id)


def writable(suggestion: Suggestion, reply: Reply) -> bool:
    """Whether the unit may write it now; the signature of the others does not keep it."""
    return reply.state == "draft" and suggestion.state in OWED_IN


def opinions_for(part: Assignment) -> list[Assignment]:
    """The co-handlers' parts, with the opinions that they have given, for the lead's reply."""
    if part.role != HandlingRole.LEAD:
        return []
    others = Assignment.objects.running().filter(suggestion=part.suggestion_id)
    return list(others.filter(role=HandlingRole.CO_HANDLER).select_related("unit"))


def last_head(part: Assignment) -> str:
    """Who signed the unit's last reply."""
    signed = Reply.objects.filter(assignment__unit=part.unit_id).exclude(signed_by="")
    return signed.order_by("-pk").values_list("signed_by", flat=True).first() or ""


def lacks_of_class(reply: Reply, on: date) -> dict[str, str]:
    """What the class demands and the reply does not give: sentences by field."""
    chosen = scheme_of(reply.suggestion).named(reply.result_class)
    if chosen is None:
        return {"result_class": _("Please choose the result class.")}
    demands = {
        "promised_on": (
            chosen.needs_date and (reply.promised_on is None or reply.promised_on <= on),
            _("This class needs the day by which it is promised, a day still to come."),
        ),
        "promise": (
            chosen.needs_date and not reply.promise.strip(),
            _("Please say in one sentence what is promised."),
        ),
        "class_reason": (
            chosen.needs_reason and not reply.class_reason.strip(),
            _("This class needs the reason."),
        ),
        "reported_to": (
            chosen.needs_addressee and not (reply.reported_to.strip() and reply.reported_on),
            _("This class needs to whom and when it was reported."),
        ),
    }
    return {field: sentence for field, (lacking, sentence) in demands.items() if lacking}


def contacts_for(part: Assignment, suggestion: Suggestion) -> QuerySet[Contact]:
    """With the deputy, in the second round since the first was answered."""
    contacts = part.contacts.all()
    if suggestion.round_no == 2 and suggestion.replied_at:
        since = timezone.localdate(suggestion.replied_at)
        contacts = contacts.filter(entered_at__gte=suggestion.replied_at, day__gte=since)
    return contacts


def lack_of_contact(reply: Reply) -> str:
    """What to say where nobody has spoken with the deputy, else empty."""
    if contacts_for(reply.assignment, reply.suggestion).exists():
        return ""
    return str(SPEAK_AGAIN if reply.round_no == 2 else NO_CONTACT)


@dataclass(frozen=True)
class Check:
    """One thing that a reply must have, and what is wanting of it, empty where it is in order."""

    label: str
    lack: str


def checked(reply: Reply, on: date) -> list[Check]:
    """Form, class and contact, as before the signature."""
    lacks = lacks_of_class(reply, on)
    wanting = [] if reply.body.strip() else [_("Please write the reply.")]
    return [
        Check(pgettext("check", "text of the reply"), " ".join(wanting)),
        Check(pgettext("check", "class, and what it demands"), " ".join(lacks.values())),
        Check(pgettext("check", "contact with the deputy"), lack_of_contact(reply)),
    ]
