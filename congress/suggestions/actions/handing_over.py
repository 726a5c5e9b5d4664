"""The presidium hands over to units, takes back, and decides on returns."""

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.audit.queries import last_entry
from congress.flow.moves import NotNow, move
from congress.notifications.actions import settle
from congress.organisations.models import Organisation
from congress.organisations.rules import require
from congress.suggestions.actions.clocks import (
    begin_clock,
    begin_part_clocks,
    resume_clock,
    stop_clocks,
)
from congress.suggestions.actions.holding import held_in, held_part
from congress.suggestions.actions.releasing import settle_round
from congress.suggestions.actions.telling import inform, tell
from congress.suggestions.actions.words import require_reason
from congress.suggestions.models import Assignment, ReturnRequest, Suggestion
from congress.suggestions.models.choices import Decision, HandlingRole
from congress.suggestions.queries import people
from congress.suggestions.queries.handing_over import units_of
from congress.suggestions.queries.replies import is_alone
from congress.suggestions.rules import is_presidium, may_move
from congress.suggestions.states import handling as states


@transaction.atomic
def hand_over(
    suggestion: Suggestion, *, units: Mapping[Organisation, str], by: Actor, at: datetime
) -> Suggestion:
    """`units` maps each unit to its part: one lead with or without co-handlers, or separate ones.
    The legal clocks begin with it."""
    suggestion = held_in(suggestion, states.HAND_OVER)
    require(may_move(by, suggestion, states.HAND_OVER) and is_presidium(by, suggestion))
    check_parts(suggestion, units)
    stop_clocks(suggestion, ["hand_over", "reassign"], at=at, met=True)
    suggestion.handed_over_at = at
    suggestion.save(update_fields=["handed_over_at"])
    parts = [_assign(suggestion, unit, role, by=by, at=at) for unit, role in units.items()]
    names = "、".join(map(str, parts))
    details = {part.unit.name: part.role for part in parts}
    move(suggestion, states.HAND_OVER, by=by, at=at, note=names, details=details)
    settle(suggestion, at=at)
    title = _("Handed over: %(title)s") % {"title": suggestion.title}
    inform(people.signatories(suggestion), suggestion, title, names, by=by, at=at)
    return suggestion


def check_parts(suggestion: Suggestion, units: Mapping[Organisation, str]) -> None:
    roles = list(units.values())
    leads, separate = roles.count(HandlingRole.LEAD), roles.count(HandlingRole.SEPARATE)
    if not (leads == 1 and not separate) and not (separate and separate == len(roles)):
        raise ValidationError(
            {
                "units": _(
                    "Please name one lead unit with or without co-handlers, or only separate ones."
                )
            }
        )
    allowed = {unit.pk for unit in units_of(suggestion.congress)}
    if not {unit.pk for unit in units} <= allowed:
        raise ValidationError({"units": _("Only units of this congress can be chosen.")})


def _assign(
    suggestion: Suggestion, unit: Organisation, role: str, *, by: Actor, at: datetime
) -> Assignment:
    part = Assignment(suggestion=suggestion, unit=unit, role=role, handed_over_at=at)
    part.full_clean()
    part.save()
    day = timezone.localdate(at)
    begin_part_clocks(part, received=False, at=at)
    title = _("Handed over to you: %(title)s") % {"title": suggestion.title}
    told = people.officers(unit, day)
    tell(told, suggestion, title, str(part), about=part, by=by, at=at)
    return part


@transaction.atomic
def take_back_hand_over(
    suggestion: Suggestion, *, reason: str, by: Actor, at: datetime
) -> Suggestion:
    """While no unit has acknowledged it. The clock of the hand-over runs on."""
    suggestion = held_in(suggestion, states.TAKE_BACK_HAND_OVER)
    require(may_move(by, suggestion, states.TAKE_BACK_HAND_OVER) and is_presidium(by, suggestion))
    require_reason(reason)
    if suggestion.assignments.running().exclude(acknowledged_at=None).exists():
        raise ValidationError(_("A unit has acknowledged it already."))
    end_parts(suggestion, why=reason, by=by, at=at)
    move(suggestion, states.TAKE_BACK_HAND_OVER, by=by, at=at, note=reason)
    resume_clock(suggestion, "hand_over", met=True)
    return suggestion


def end_parts(
    suggestion: Suggestion, *, why: str, by: Actor, at: datetime, but: Assignment | None = None
) -> None:
    """Ends every running part with its clocks. The units are told, all `but` the one that is told
    otherwise."""
    title = _("No longer with your unit: %(title)s") % {"title": suggestion.title}
    for part in suggestion.assignments.running().select_related("unit"):
        end_part(part, why=why, at=at)
        stop_clocks(suggestion, at=at, met=False, assignment=part)
        if part != but:
            told = people.officers(part.unit, timezone.localdate(at))
            inform(told, suggestion, title, why, by=by, at=at)


def end_part(part: Assignment, *, why: str, at: datetime) -> None:
    part.ended_at, part.ended_why = at, why.strip()[:200]
    part.full_clean()
    part.save(update_fields=["ended_at", "ended_why"])
    settle(part, at=at)
    settle(*part.returns.filter(decision=""), at=at)


@transaction.atomic
def add_unit(
    suggestion: Suggestion, *, unit: Organisation, role: str, by: Actor, at: datetime
) -> Assignment:
    """One more co-handler, or one more that handles it separately, after the hand-over."""
    suggestion = held_in(suggestion, states.REQUEST_RETURN)
    require(may_move(by, suggestion, states.HAND_OVER) and is_presidium(by, suggestion))
    parts = suggestion.assignments.running().exclude(role=HandlingRole.UPWARD)
    if not parts:
        raise NotNow(states.HAND_OVER, last_entry(suggestion))
    check_parts(suggestion, {part.unit: part.role for part in parts} | {unit: role})
    if parts.filter(unit=unit).exists():
        raise ValidationError({"unit": _("This unit handles it already.")})
    part = _assign(suggestion, unit, role, by=by, at=at)
    label = pgettext("act done", "handed it over to one more unit")
    record(suggestion, "add_unit", by=by, at=at, label=label, note=str(part))
    return part


@transaction.atomic
def grant_return(
    request: ReturnRequest, *, remark: str = "", by: Actor, at: datetime
) -> Suggestion:
    """The lead's or the only unit's return brings the record back to be handed over anew; of
    several the one falls away."""
    part, suggestion = _held_request(request)
    require(may_move(by, suggestion, states.GRANT_RETURN) and is_presidium(by, suggestion))
    decide(request, Decision.GRANTED, remark, by=by, at=at)
    day = timezone.localdate(at)
    why = pgettext("assignment", "returned")
    if is_alone(part):
        end_parts(suggestion, why=why, by=by, at=at, but=part)
        if suggestion.state != "return_requested":  # the others fell away after it had asked
            move(suggestion, states.REQUEST_RETURN, by=by, at=at, note=str(part.unit))
        move(suggestion, states.GRANT_RETURN, by=by, at=at, note=str(part.unit))
        begin_clock(suggestion, "reassign", on=day)
    else:
        end_part(part, why=why, at=at)
        stop_clocks(suggestion, at=at, met=False, assignment=part)
        label = states.GRANT_RETURN.done
        record(suggestion, "grant_return", by=by, at=at, label=label, note=str(part.unit))
        settle_round(suggestion, by=by, at=at)
    title = _("Your request to return it was granted: %(title)s") % {"title": suggestion.title}
    inform(people.officers(part.unit, day), suggestion, title, remark, by=by, at=at)
    return suggestion


@transaction.atomic
def refuse_return(request: ReturnRequest, *, remark: str, by: Actor, at: datetime) -> Suggestion:
    """The unit handles it; it counts as received."""
    part, suggestion = _held_request(request)
    require(may_move(by, suggestion, states.REFUSE_RETURN) and is_presidium(by, suggestion))
    require_reason(remark, "remark")
    decide(request, Decision.REFUSED, remark, by=by, at=at)
    if suggestion.state == "return_requested" and is_alone(part):
        move(suggestion, states.REFUSE_RETURN, by=by, at=at, note=f"{part.unit}：{remark}")
    else:
        label, note = states.REFUSE_RETURN.done, f"{part.unit}：{remark}"
        record(suggestion, "refuse_return", by=by, at=at, label=label, note=note)
    title = _("Your request to return it was refused: %(title)s") % {"title": suggestion.title}
    day = timezone.localdate(at)
    tell(people.officers(part.unit, day), suggestion, title, remark, by=by, at=at)
    return suggestion


def _held_request(request: ReturnRequest) -> tuple[Assignment, Suggestion]:
    """Raises `NotNow` where it was decided meanwhile."""
    part = request.assignment
    sources = (*states.GRANT_RETURN.sources, *states.REQUEST_RETURN.sources)
    part = held_part(part, states.GRANT_RETURN, *sources)
    request.refresh_from_db()
    if request.decision:
        raise NotNow(states.GRANT_RETURN, last_entry(part.suggestion))
    return part, part.suggestion


def decide(request, decision: Decision, remark: str, *, by: Actor, at: datetime) -> None:
    """The presidium's answer to what a unit asked."""
    request.decision, request.remark = decision, remark.strip()
    request.decided_at, request.decided_by = at, str(by)
    request.full_clean()
    request.save()
    settle(request, at=at)
