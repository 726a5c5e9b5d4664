"""What a unit does before it answers: receipt, request to return, contact, opinion to the lead."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.flow.moves import NotNow, move
from congress.notifications.actions import settle
from congress.organisations.rules import require
from congress.suggestions.actions.clocks import (
    begin_part_clocks,
    lengthen,
    may_be_lengthened,
    resume_clock,
    running,
    stop_clocks,
)
from congress.suggestions.actions.holding import held_part
from congress.suggestions.actions.telling import inform, tell
from congress.suggestions.actions.words import require_reason
from congress.suggestions.models import Assignment, Contact, ReturnRequest
from congress.suggestions.models.choices import HandlingRole
from congress.suggestions.queries import people
from congress.suggestions.queries.replies import is_alone
from congress.suggestions.rules import works_at
from congress.suggestions.states import handling as states
from congress.workdays.wording import long_day

AT_WORK = ("assigned", "return_requested", "in_handling", "reply_review", "rehandling")
IN_CONTACT = (*AT_WORK, "replied", "closed")
# While the lead has not signed.
OPINION_IN = ("assigned", "return_requested", "in_handling", "rehandling")


@transaction.atomic
def acknowledge(assignment: Assignment, *, by: Actor, at: datetime) -> Assignment:
    """签收. The lead's, or in separate handling the first, begins the handling."""
    part = held_part(assignment, states.ACKNOWLEDGE, *AT_WORK)
    require(works_at(by, part))
    if part.acknowledged_at is not None:
        return part
    receive(part, by=by, at=at)
    suggestion = part.suggestion
    begins = part.role in (HandlingRole.LEAD, HandlingRole.SEPARATE)
    if begins and suggestion.state == "assigned":
        move(suggestion, states.ACKNOWLEDGE, by=by, at=at, note=str(part.unit))
        settle(suggestion, at=at)
    else:
        label = states.ACKNOWLEDGE.done
        record(suggestion, "acknowledge", by=by, at=at, label=label, note=str(part.unit))
    return part


def receive(part: Assignment, *, by: Actor, at: datetime) -> None:
    """The clocks that count from the receipt begin."""
    part.acknowledged_at, part.acknowledged_by = at, str(by)
    part.full_clean()
    part.save(update_fields=["acknowledged_at", "acknowledged_by"])
    settle(part, at=at)
    begin_part_clocks(part, received=True, at=at)


@transaction.atomic
def request_return(
    assignment: Assignment, *, reason: str, by: Actor, at: datetime
) -> ReturnRequest:
    """申请退回交办, within the window of the county's rules where they have one. The lead's or the
    only unit's request holds the handling up; of several it is a request beside it."""
    part = held_part(assignment, states.REQUEST_RETURN)
    require(works_at(by, part))
    request = ReturnRequest(
        assignment=part, reason=require_reason(reason), asked_at=at, asked_by=str(by)
    )
    day, suggestion = timezone.localdate(at), part.suggestion
    check_window(part, day)
    if part.replies.exclude(state="draft").exists():
        raise ValidationError(_("The unit has signed its reply already."))
    if part.returns.filter(decision="").exists():
        raise ValidationError(_("This has been asked for already."))
    if part.acknowledged_at is None:
        receive(part, by=by, at=at)
    request.full_clean()
    request.save()
    stop_clocks(suggestion, ["return"], at=at, met=True, assignment=part)
    note = f"{part.unit}：{request.reason}"
    if is_alone(part):
        move(suggestion, states.REQUEST_RETURN, by=by, at=at, note=note)
    else:
        label = states.REQUEST_RETURN.done
        record(suggestion, "request_return", by=by, at=at, label=label, note=note)
    title = _("Asks to return it: %(title)s") % {"title": suggestion.title}
    chair = people.presidium(suggestion, day)
    tell(chair, suggestion, title, note, about=request, by=by, at=at)
    return request


def check_window(part: Assignment, day: date) -> None:
    """A window that has closed refuses; where the rules have none, none closes."""
    window = part.clocks.filter(event="return").order_by("-pk").first()
    if window and window.due < day:
        raise ValidationError(
            _("The time for returning it ended on %(day)s.") % {"day": long_day(window.due)}
        )


@transaction.atomic
def record_contact(
    assignment: Assignment,
    *,
    day: date,
    way: str,
    person: str,
    gist: str,
    by: Actor,
    at: datetime,
) -> Contact:
    """面商: who of the deputies, when, how and what was said. Wrong ones are corrected by another
    entry; the same one again is no other."""
    part = held_part(assignment, states.ACKNOWLEDGE, *IN_CONTACT)
    require(works_at(by, part))
    if day > timezone.localdate(at):
        raise ValidationError({"day": _("This day is still to come.")})
    if day < timezone.localdate(part.handed_over_at):
        raise ValidationError({"day": _("This day is before the hand-over.")})
    contact = Contact(
        assignment=part,
        day=day,
        way=way,
        person=person.strip(),
        gist=gist.strip(),
        entered_at=at,
        entered_by=str(by),
    )
    contact.full_clean()
    same = part.contacts.filter(day=day, way=way, person=contact.person, gist=contact.gist)
    if pressed_twice := same.first():
        return pressed_twice
    contact.save()
    stop_clocks(part.suggestion, ["first_contact"], on=day, at=at, met=True, assignment=part)
    label = pgettext("act done", "noted a contact with the deputy")
    note = f"{contact.get_way_display()}，{person}"
    record(part.suggestion, "contact", by=by, at=at, label=label, note=note)
    return contact


@transaction.atomic
def give_opinion(assignment: Assignment, *, opinion: str, by: Actor, at: datetime) -> Assignment:
    """会办意见 to the lead, which may be written anew while the lead has not signed."""
    part = held_part(assignment, states.ACKNOWLEDGE, *OPINION_IN)
    require(works_at(by, part) and part.role == HandlingRole.CO_HANDLER)
    if not opinion.strip():
        raise ValidationError({"opinion": _("Please write the opinion.")})
    if part.acknowledged_at is None:
        receive(part, by=by, at=at)
    part.opinion, part.opinion_at, part.opinion_by = opinion.strip(), at, str(by)
    part.full_clean()
    part.save(update_fields=["opinion", "opinion_at", "opinion_by"])
    suggestion, day = part.suggestion, timezone.localdate(at)
    stop_clocks(suggestion, ["co_opinion"], at=at, met=True, assignment=part)
    settle(part, at=at)
    label = pgettext("act done", "gave the opinion to the lead unit")
    record(suggestion, "give_opinion", by=by, at=at, label=label, note=str(part.unit))
    lead = suggestion.assignments.running().filter(role=HandlingRole.LEAD)
    for unit in lead.select_related("unit"):
        title = _("Opinion of a co-handler: %(title)s") % {"title": suggestion.title}
        inform(people.officers(unit.unit, day), suggestion, title, str(part.unit), by=by, at=at)
    return part


@transaction.atomic
def redo_opinion(assignment: Assignment, *, reason: str, by: Actor, at: datetime) -> Assignment:
    """The lead asks the co-handler for another opinion; the clock runs on, with the longer length
    where the rules give one for it."""
    part = held_part(assignment, states.ACKNOWLEDGE, *OPINION_IN)
    lead = part.suggestion.assignments.running().filter(role=HandlingRole.LEAD).first()
    require(lead is not None and works_at(by, lead))
    if part.opinion_at is None:
        raise NotNow(states.ACKNOWLEDGE, None)
    reason = require_reason(reason)
    part.opinion, part.opinion_at, part.opinion_by = "", None, ""
    part.full_clean()
    part.save(update_fields=["opinion", "opinion_at", "opinion_by"])
    resume_opinion(part)
    label = pgettext("act done", "asked for another opinion")
    note = f"{part.unit}：{reason}"
    record(part.suggestion, "redo_opinion", by=by, at=at, label=label, note=note)
    title = _("Another opinion is asked for: %(title)s") % {"title": part.suggestion.title}
    day = timezone.localdate(at)
    told = people.officers(part.unit, day)
    tell(told, part.suggestion, title, reason, about=part, by=by, at=at)
    return part


def resume_opinion(part: Assignment) -> None:
    resume_clock(part.suggestion, "co_opinion", part, met=True)
    clock = running(part.suggestion, "co_opinion", part)
    if clock and may_be_lengthened(clock):
        lengthen(clock)
