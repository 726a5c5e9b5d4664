"""A unit asks for more time, the presidium agrees or not."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.audit.queries import last_entry
from congress.flow.moves import NotNow
from congress.organisations.rules import require
from congress.suggestions.actions.clocks import lengthen, may_be_lengthened
from congress.suggestions.actions.handing_over import decide
from congress.suggestions.actions.holding import held_part
from congress.suggestions.actions.telling import inform, tell
from congress.suggestions.actions.words import require_reason
from congress.suggestions.models import Assignment, Clock, ExtensionRequest
from congress.suggestions.models.choices import Decision
from congress.suggestions.queries import people
from congress.suggestions.rules import is_presidium, works_at
from congress.suggestions.states import handling as states
from congress.workdays.wording import long_day

EXTENDED = ("reply", "rehandling", "co_opinion")
RUNNING = ("assigned", "return_requested", "in_handling", "rehandling")


@transaction.atomic
def request_extension(clock: Clock, *, reason: str, by: Actor, at: datetime) -> ExtensionRequest:
    """Refused where the rule set has no extension, where it was given before, and after the due
    date."""
    part = held_part(part_of(clock), states.ACKNOWLEDGE, *RUNNING)
    require(works_at(by, part))
    clock = Clock.objects.select_for_update(of=("self",)).get(pk=clock.pk)
    clock.suggestion = part.suggestion
    if clock.event not in EXTENDED or clock.stopped_on:
        raise NotNow(states.ACKNOWLEDGE, last_entry(part.suggestion))
    if clock.extended:
        raise ValidationError(_("This time limit was extended already; it cannot be longer."))
    if not may_be_lengthened(clock):
        raise ValidationError(_("The rules that hold here know no extension of this time limit."))
    if clock.due < timezone.localdate(at):
        raise ValidationError(_("The time limit has passed; it can no longer be extended."))
    if clock.extensions.filter(decision="").exists():
        raise ValidationError(_("This has been asked for already."))
    request = ExtensionRequest(
        clock=clock, reason=require_reason(reason), asked_at=at, asked_by=str(by)
    )
    request.full_clean()
    request.save()
    suggestion, day = part.suggestion, timezone.localdate(at)
    label = pgettext("act done", "asked for more time")
    note = f"{part.unit}：{request.reason}"
    record(suggestion, "request_extension", by=by, at=at, label=label, note=note)
    title = _("Asks for more time: %(title)s") % {"title": suggestion.title}
    chair = people.presidium(suggestion, day)
    tell(chair, suggestion, title, note, about=request, by=by, at=at)
    return request


@transaction.atomic
def grant_extension(
    request: ExtensionRequest, *, remark: str = "", by: Actor, at: datetime
) -> Clock:
    """To the longer length of the rule, from the same start; the deputies are told. Cannot be
    taken back."""
    clock = _held_request(request)
    suggestion = clock.suggestion
    require(is_presidium(by, suggestion))
    decide(request, Decision.GRANTED, remark, by=by, at=at)
    before = clock.due
    clock = lengthen(clock)
    label = pgettext("act done", "agreed to more time")
    note = f"{part_of(clock).unit}：{before} → {clock.due}"
    record(suggestion, "grant_extension", by=by, at=at, label=label, note=note)
    title = _("More time was given, until %(day)s: %(title)s") % {
        "day": long_day(clock.due),
        "title": suggestion.title,
    }
    day = timezone.localdate(at)
    told = [*people.officers(part_of(clock).unit, day), *people.signatories(suggestion)]
    inform(told, suggestion, title, request.reason, by=by, at=at)
    return clock


@transaction.atomic
def refuse_extension(
    request: ExtensionRequest, *, remark: str, by: Actor, at: datetime
) -> ExtensionRequest:
    """The unit may ask again while the time runs."""
    clock = _held_request(request)
    suggestion = clock.suggestion
    require(is_presidium(by, suggestion))
    decide(request, Decision.REFUSED, require_reason(remark, "remark"), by=by, at=at)
    label = pgettext("act done", "did not agree to more time")
    note = f"{part_of(clock).unit}：{remark}"
    record(suggestion, "refuse_extension", by=by, at=at, label=label, note=note)
    title = _("No more time was given: %(title)s") % {"title": suggestion.title}
    day = timezone.localdate(at)
    inform(people.officers(part_of(clock).unit, day), suggestion, title, remark, by=by, at=at)
    return request


def _held_request(request: ExtensionRequest) -> Clock:
    """Raises `NotNow` where it was decided meanwhile or the clock has stopped."""
    part = held_part(part_of(request.clock), states.ACKNOWLEDGE, *RUNNING)
    clock = Clock.objects.select_for_update(of=("self",)).get(pk=request.clock_id)
    clock.assignment, clock.suggestion = part, part.suggestion
    request.refresh_from_db()
    if request.decision or clock.stopped_on:
        raise NotNow(states.ACKNOWLEDGE, last_entry(part.suggestion))
    return clock


def part_of(clock: Clock) -> Assignment:
    """Whoever asks for more time does so for a unit's own clock."""
    assert clock.assignment is not None
    return clock.assignment
