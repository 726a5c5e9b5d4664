"""Commitments come back until they are kept."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.audit.queries import last_entry
from congress.flow.moves import NotNow, move
from congress.flow.transitions import Transition
from congress.notifications.actions import settle
from congress.organisations.rules import require
from congress.suggestions.actions.telling import inform, tell
from congress.suggestions.actions.words import require_reason
from congress.suggestions.models import Commitment, CommitmentReport, Reply
from congress.suggestions.models.choices import ReportKind
from congress.suggestions.queries import people
from congress.suggestions.rules import answers_for, may_follow, may_move_commitment
from congress.suggestions.states import commitments as states
from congress.web.public_pages import public_page_changed
from congress.workdays.wording import long_day


@transaction.atomic
def report_progress(commitment: Commitment, *, text: str, by: Actor, at: datetime) -> Commitment:
    """The unit says how far it is. The same words twice are one press too many."""
    current = _held(commitment, states.REPORT_KEPT)
    require(answers_for(by, current))
    last = current.reports.last()
    if last and (last.kind, last.text) == (ReportKind.PROGRESS, text.strip()):
        raise ValidationError({"text": _("This has been reported already.")})
    _report(current, ReportKind.PROGRESS, text, by=by, at=at)
    label = pgettext("act done", "reported on the commitment")
    record(current, "report_progress", by=by, at=at, label=label, note=text)
    return current


@transaction.atomic
def promise_later(
    commitment: Commitment, *, text: str, promised_on: date, by: Actor, at: datetime
) -> Commitment:
    """The unit promises it for a later day, with the reason; the first day stays on record."""
    current = _held(commitment, states.REPORT_KEPT)
    require(answers_for(by, current))
    if promised_on <= max(current.promised_on, timezone.localdate(at)):
        raise ValidationError({"promised_on": _("The day must be later than the promised one.")})
    _report(current, ReportKind.LATER, text, promised_on=promised_on, by=by, at=at)
    current.promised_on = promised_on
    current.full_clean()
    current.save(update_fields=["promised_on"])
    settle(current, at=at)
    label = pgettext("act done", "promised it for a later day")
    record(current, "promise_later", by=by, at=at, label=label, note=f"{promised_on}：{text}")
    title = _("Promised for a later day: %(title)s") % {"title": current.text}
    told = [*people.signatories(current.suggestion), *_staff(current, at)]
    inform(told, current.suggestion, title, text, by=by, at=at)
    public_page_changed()
    return current


@transaction.atomic
def report_kept(commitment: Commitment, *, text: str, by: Actor, at: datetime) -> Commitment:
    current = _held(commitment, states.REPORT_KEPT)
    require(answers_for(by, current))
    _report(current, ReportKind.KEPT, text, by=by, at=at)
    move(current, states.REPORT_KEPT, by=by, at=at, note=text)
    settle(current, at=at)
    title = _("Reported as kept, please check: %(title)s") % {"title": current.text}
    tell(_staff(current, at), current.suggestion, title, text, by=by, at=at)
    return current


@transaction.atomic
def confirm_kept(commitment: Commitment, *, text: str, by: Actor, at: datetime) -> Commitment:
    """The office has looked and found it kept; the deputies are told."""
    current = _held(commitment, states.CONFIRM_KEPT)
    require(may_follow(by, current))
    _report(current, ReportKind.CONFIRMED, text, by=by, at=at)
    current.kept_on = timezone.localdate(at)
    move(current, states.CONFIRM_KEPT, by=by, at=at, note=text, fields=["kept_on"])
    title = _("The promise was kept: %(title)s") % {"title": current.text}
    inform(people.signatories(current.suggestion), current.suggestion, title, text, by=by, at=at)
    public_page_changed()
    return current


@transaction.atomic
def find_not_kept(commitment: Commitment, *, text: str, by: Actor, at: datetime) -> Commitment:
    current = _held(commitment, states.NOT_KEPT)
    require(may_follow(by, current))
    _report(current, ReportKind.NOT_KEPT, text, by=by, at=at)
    move(current, states.NOT_KEPT, by=by, at=at, note=text)
    title = _("Not kept yet: %(title)s") % {"title": current.text}
    unit = current.reply.assignment.unit
    told = people.officers(unit, timezone.localdate(at))
    tell(told, current.suggestion, title, text, by=by, at=at)
    return current


@transaction.atomic
def reopen_commitment(
    commitment: Commitment, *, reason: str, by: Actor, at: datetime
) -> Commitment:
    current = _held(commitment, states.REOPEN_COMMITMENT)
    require(may_move_commitment(by, current, states.REOPEN_COMMITMENT))
    _report(current, ReportKind.NOT_KEPT, reason, by=by, at=at)
    current.kept_on = None
    move(current, states.REOPEN_COMMITMENT, by=by, at=at, note=reason, fields=["kept_on"])
    title = _("Not kept yet: %(title)s") % {"title": current.text}
    told = people.officers(current.reply.assignment.unit, timezone.localdate(at))
    tell(told, current.suggestion, title, reason, by=by, at=at)
    public_page_changed()
    return current


def renew_commitment(commitment: Commitment, reply: Reply, *, by: Actor, at: datetime) -> None:
    """Within the release of the unit's second reply, which promises something again: the promise
    goes on in its words and with its day; what was promised before and the first day stay on
    record."""
    assert reply.promised_on is not None
    before = f"{commitment.text}（{long_day(commitment.promised_on)}）"
    commitment.reply, commitment.text = reply, reply.promise
    commitment.promised_on = reply.promised_on
    commitment.full_clean()
    commitment.save(update_fields=["reply", "text", "promised_on"])
    said = _("Promised before: %(promise)s") % {"promise": before}
    _report(commitment, ReportKind.RENEWED, said, promised_on=reply.promised_on, by=by, at=at)
    move(commitment, states.RENEW, by=by, at=at, note=before)
    settle(commitment, at=at)


def _held(commitment: Commitment, transition: Transition) -> Commitment:
    rows = Commitment.objects.select_for_update(of=("self",)).select_related(
        "suggestion__congress__parent", "reply__assignment__unit"
    )
    row = rows.get(pk=commitment.pk)
    if row.state not in transition.sources:
        raise NotNow(transition, last_entry(row))
    return row


def _report(
    commitment: Commitment,
    kind: str,
    text: str,
    *,
    promised_on: date | None = None,
    by: Actor,
    at: datetime,
) -> None:
    report = CommitmentReport(
        commitment=commitment,
        kind=kind,
        text=require_reason(text, "text"),
        promised_on=promised_on,
        entered_at=at,
        entered_by=str(by),
    )
    report.full_clean()
    report.save()


def _staff(commitment: Commitment, at: datetime) -> list:
    day = timezone.localdate(at)
    suggestion = commitment.suggestion
    both = [*people.office(suggestion, day), *people.presidium(suggestion, day)]
    return list({user.pk: user for user in both}.values())
