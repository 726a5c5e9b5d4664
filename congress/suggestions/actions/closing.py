"""A replied record is studied, reminded of, closed and opened again."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import SYSTEM, Actor
from congress.audit.queries import last_entry
from congress.flow.moves import NotNow, move
from congress.notifications.actions import settle
from congress.organisations.rules import require
from congress.suggestions.actions.clocks import stop_clocks
from congress.suggestions.actions.holding import held_in
from congress.suggestions.actions.telling import ask_to_rate, inform
from congress.suggestions.actions.words import require_reason
from congress.suggestions.models import JointStudy, Suggestion
from congress.suggestions.queries import people
from congress.suggestions.queries.ratings import closing
from congress.suggestions.rules import is_presidium, is_staff
from congress.suggestions.states import handling as states


def end(suggestion: Suggestion, finding: str, *, by: Actor, at: datetime) -> None:
    """Within an act that has asked its rule. The links to rate stay: they show what was rated."""
    suggestion.closed_at = at
    move(suggestion, states.CLOSE, by=by, at=at, note=finding, fields=["closed_at"])
    settle(suggestion, at=at)
    stop_clocks(suggestion, at=at, met=True)


@transaction.atomic
def record_joint_study(
    suggestion: Suggestion, *, day: date, people_present: str, outcome: str, by: Actor, at: datetime
) -> JointStudy:
    """After a second round without satisfaction presidium, deputy and unit study it together, once.
    A wrong note cannot be taken back."""
    suggestion = held_in(suggestion, states.CLOSE)
    require(is_presidium(by, suggestion))
    if not closing(suggestion, timezone.localdate(at)).study_wanted:
        raise NotNow(states.CLOSE, last_entry(suggestion))
    if day > timezone.localdate(at):
        raise ValidationError({"day": _("This day is still to come.")})
    study = JointStudy(
        suggestion=suggestion,
        day=day,
        people=people_present,
        outcome=outcome,
        entered_at=at,
        entered_by=str(by),
    )
    study.full_clean()
    study.save()
    label = pgettext("act done", "noted the joint study")
    record(suggestion, "joint_study", by=by, at=at, label=label, note=outcome)
    return study


@transaction.atomic
def remind_to_rate(suggestion: Suggestion, *, by: Actor, at: datetime) -> Suggestion:
    """Once, those who have not rated; after it and after the time for it the record may be closed
    without their slips."""
    suggestion = held_in(suggestion, states.CLOSE)
    require(is_staff(by, suggestion))
    found = closing(suggestion, timezone.localdate(at))
    if found.reminded_on:
        raise ValidationError(_("They have been reminded already."))
    if not found.missing:
        raise ValidationError(_("Everybody has rated it."))
    label = pgettext("act done", "reminded those who have not rated")
    names = "、".join(str(row) for row in found.missing)
    details = {"round": suggestion.round_no}
    record(suggestion, "remind_to_rate", by=by, at=at, label=label, note=names, details=details)
    title = _("Please rate the reply: %(title)s") % {"title": suggestion.title}
    users = [row.deputy.user for row in found.missing]
    ask_to_rate(users, suggestion, title, by=by, at=at)
    return suggestion


@transaction.atomic
def close_suggestion(suggestion: Suggestion, *, by: Actor, at: datetime) -> Suggestion:
    """Refused while somebody may still rate, while a dissatisfied rating is undecided, and after a
    second round without satisfaction until the joint study is noted."""
    suggestion = held_in(suggestion, states.CLOSE)
    require(by.role == SYSTEM or is_staff(by, suggestion))
    found = closing(suggestion, timezone.localdate(at))
    if found.refusal:
        raise ValidationError(found.refusal)
    end(suggestion, found.finding, by=by, at=at)
    return suggestion


@transaction.atomic
def reopen_suggestion(
    suggestion: Suggestion, *, reason: str, by: Actor, at: datetime
) -> Suggestion:
    """What a township reported is opened again with the township's second round alone."""
    suggestion = held_in(suggestion, states.REOPEN)
    require(is_presidium(by, suggestion))
    if suggestion.raised_from_id is not None:
        raise ValidationError(_("It is opened again with the township's record alone."))
    suggestion.closed_at = None
    reason = require_reason(reason)
    move(suggestion, states.REOPEN, by=by, at=at, note=reason, fields=["closed_at"])
    title = _("Opened again: %(title)s") % {"title": suggestion.title}
    inform(people.signatories(suggestion), suggestion, title, reason, by=by, at=at)
    return suggestion
