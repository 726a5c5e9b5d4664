"""Beyond the township's powers: reported to the county, and its reply taken over."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.audit.queries import last_entry
from congress.flow.moves import NotNow, enter, move
from congress.organisations.rules import require
from congress.suggestions.actions.clocks import begin_clock, stop_clocks
from congress.suggestions.actions.handing_over import end_parts
from congress.suggestions.actions.holding import held_in
from congress.suggestions.actions.releasing import release
from congress.suggestions.actions.sharing import share_files
from congress.suggestions.actions.telling import inform, tell
from congress.suggestions.actions.words import require_reason
from congress.suggestions.models import Assignment, Commitment, Reply, Suggestion, SuggestionFile
from congress.suggestions.models.choices import Consent, HandlingRole, Jurisdiction
from congress.suggestions.queries import people
from congress.suggestions.rules import is_presidium, may_move
from congress.suggestions.states import handling as states
from congress.suggestions.states import replies


@transaction.atomic
def report_upward(suggestion: Suggestion, *, reason: str, by: Actor, at: datetime) -> Suggestion:
    """Begins a record of the county's, submitted there; the township's waits for its reply. Units
    that had it are relieved."""
    suggestion = held_in(suggestion, states.REPORT_UPWARD)
    require(may_move(by, suggestion, states.REPORT_UPWARD) and is_presidium(by, suggestion))
    reason = require_reason(reason)
    county, day = suggestion.congress.parent, timezone.localdate(at)
    if county is None:
        raise NotNow(states.REPORT_UPWARD, last_entry(suggestion))
    if Suggestion.objects.filter(raised_from=suggestion).exists():
        raise ValidationError(_("It was reported to the county before."))
    if suggestion.replies.exclude(state="draft").exists():
        raise ValidationError(_("A unit has signed its reply already."))
    end_parts(suggestion, why=pgettext("assignment", "reported to the county"), by=by, at=at)
    stop_clocks(suggestion, ["hand_over", "reassign"], at=at, met=True)
    suggestion.handed_over_at = suggestion.handed_over_at or at
    suggestion.save(update_fields=["handed_over_at"])
    part = Assignment(
        suggestion=suggestion,
        unit=county,
        role=HandlingRole.UPWARD,
        handed_over_at=at,
        acknowledged_at=at,
        acknowledged_by=str(by),
    )
    part.full_clean()
    part.save()
    begin_clock(suggestion, "reply", on=day, assignment=part)
    above = _record_above(suggestion, by=by, at=at)
    move(suggestion, states.REPORT_UPWARD, by=by, at=at, note=reason)
    begin_clock(above, "hand_over", on=day)
    title = _("Reported by %(township)s: %(title)s") % {
        "township": suggestion.congress.name,
        "title": suggestion.title,
    }
    tell(people.office(above, day), above, title, reason, by=by, at=at)
    title = _("Reported to the county: %(title)s") % {"title": suggestion.title}
    inform(people.signatories(suggestion), suggestion, title, reason, by=by, at=at)
    return suggestion


def _record_above(suggestion: Suggestion, *, by: Actor, at: datetime) -> Suggestion:
    county = suggestion.congress.parent
    assert county is not None
    term = county.terms.running(timezone.localdate(at)).first()
    if term is None:
        raise ValidationError(_("The county has no running term. Its administrator enters it."))
    above = Suggestion(
        congress=county,
        term=term,
        jurisdiction=Jurisdiction.COUNTY,
        raised_from=suggestion,
        origin=suggestion.reference or "",
        created_at=at,
        submitted_at=at,
        **{name: getattr(suggestion, name) for name in Suggestion.TEXT_FIELDS},
    )
    above.consent = Consent.NONE
    enter(above, "submitted")
    above.full_clean()
    above.save()
    purposes = (SuggestionFile.Purpose.PHOTO, SuggestionFile.Purpose.PAPER)
    share_files(suggestion.files.filter(purpose__in=purposes, reply=None), above, at=at)
    label = pgettext("act done", "reported from a township")
    record(above, "create", by=by, at=at, label=label, note=str(suggestion.reference))
    return above


@transaction.atomic
def take_over_reply(suggestion: Suggestion, *, by: Actor, at: datetime) -> Reply:
    """The county's replies go out to the deputies of the township as one, with each department's
    name and number where there are several; the county's record is closed, its promises are
    followed here."""
    suggestion = held_in(suggestion, states.REVIEW)
    require(is_presidium(by, suggestion))
    above = _held_above(suggestion)
    if above is None or above.state != "replied":
        raise ValidationError(_("The county has not replied yet."))
    given = list(
        above.replies.filter(round_no=above.round_no, state="released").select_related(
            "assignment__unit"
        )
    )
    part = suggestion.assignments.running().get(role=HandlingRole.UPWARD)
    part.suggestion = suggestion
    first, several = given[0], len(given) > 1
    # Of several classes the last one: what one department leaves open is not settled.
    least = max(given, key=lambda each: each.result_class)
    reply = Reply(
        suggestion=suggestion,
        assignment=part,
        round_no=suggestion.round_no,
        body="\n\n".join(map(_with_unit, given)) if several else first.body,
        document_no="" if several else first.document_no,
        result_class=least.result_class,
        class_label=least.class_label,
        class_reason=least.class_reason,
        signed_by="、".join(dict.fromkeys(each.signed_by for each in given))[:40],
        handler=f"{first.assignment.unit}{first.handler}"[:40] if several else first.handler,
        handler_phone=first.handler_phone,
        taken_from=first,
    )
    reply.full_clean(exclude=["body"])  # each is of the length allowed, together they are longer
    reply.save()
    share_files(SuggestionFile.objects.filter(reply__in=given), suggestion, reply=reply, at=at)
    reply.signed_at = at
    move(reply, replies.SIGN_REPLY, by=by, at=at, fields=["signed_at"])
    event = "reply" if suggestion.round_no == 1 else "rehandling"
    stop_clocks(suggestion, [event], at=at, met=True, assignment=part)
    move(suggestion, states.REVIEW, by=by, at=at, note=str(above.reference))
    release(reply, by=by, at=at)
    Commitment.objects.filter(suggestion=above).update(suggestion=suggestion)
    above.closed_at = at
    system = Actor.system("suggestions", above.congress_id, above.congress.name)
    move(
        above, states.CLOSE, by=system, at=at, note=str(suggestion.reference), fields=["closed_at"]
    )
    stop_clocks(above, at=at, met=True)
    return reply


def _held_above(suggestion: Suggestion) -> Suggestion | None:
    rows = Suggestion.objects.select_for_update(of=("self",)).select_related("congress")
    return rows.filter(raised_from=suggestion).first()


def _with_unit(reply: Reply) -> str:
    number = f"（{reply.document_no}）" if reply.document_no else ""
    return f"{reply.assignment.unit.name}{number}：\n{reply.body}"


def give_back_from_above(above: Suggestion, note: str, *, by: Actor, at: datetime) -> None:
    """The county does not accept it: the township hands it over to a unit of its own."""
    below = held_in(above.raised_from, states.GIVE_BACK_FROM_ABOVE)  # type: ignore[arg-type]
    why = pgettext("assignment", "not accepted by the county")
    end_parts(below, why=why, by=by, at=at)
    move(below, states.GIVE_BACK_FROM_ABOVE, by=by, at=at, note=note)
    day = timezone.localdate(at)
    begin_clock(below, "reassign", on=day)
    title = _("The county did not accept it: %(title)s") % {"title": below.title}
    told = [*people.office(below, day), *people.presidium(below, day)]
    tell({user.pk: user for user in told}.values(), below, title, note, by=by, at=at)


def second_round_above(suggestion: Suggestion, reason: str, *, at: datetime) -> None:
    """The county's record comes back with the township's second round."""
    above = _held_above(suggestion)
    if above is None or above.state != "closed":
        return
    system = Actor.system("suggestions", above.congress_id, above.congress.name)
    day = timezone.localdate(at)
    above.closed_at = None
    move(above, states.REOPEN, by=system, at=at, note=reason, fields=["closed_at"])
    above.round_no = 2
    above.save(update_fields=["round_no"])
    move(above, states.OPEN_SECOND_ROUND, by=system, at=at, note=reason)
    title = _("Please handle it again: %(title)s") % {"title": above.title}
    for part in above.assignments.running().replying().select_related("unit"):
        begin_clock(above, "rehandling", on=day, assignment=part)
        told = people.officers(part.unit, day)
        tell(told, above, title, reason, about=part, by=system, at=at)
