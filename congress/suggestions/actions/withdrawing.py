"""The lead deputy withdraws with the consent of all who signed, on the screen or on paper."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.flow.moves import NotNow, move
from congress.notifications.actions import settle
from congress.organisations.rules import require
from congress.suggestions.actions.clocks import stop_clocks
from congress.suggestions.actions.closing import end
from congress.suggestions.actions.drafting import keep_file
from congress.suggestions.actions.holding import held_in
from congress.suggestions.actions.telling import inform, tell
from congress.suggestions.actions.words import require_reason
from congress.suggestions.models import Signatory, Suggestion, SuggestionFile, Withdrawal
from congress.suggestions.models.choices import Part
from congress.suggestions.queries import people
from congress.suggestions.rules import has_signed, is_lead, is_office
from congress.suggestions.states import entry as states
from congress.suggestions.states.handling import CLOSE


@transaction.atomic
def ask_to_withdraw(suggestion: Suggestion, *, reason: str, by: Actor, at: datetime) -> Suggestion:
    """The lead deputy's written wish. Done at once where nobody else signed; otherwise when the
    last of them agrees."""
    suggestion = held_in(suggestion, states.WITHDRAW)
    require(is_lead(by, suggestion))
    require_reason(reason)
    if Withdrawal.objects.filter(suggestion=suggestion).exists():
        raise ValidationError(_("The others have been asked already."))
    wish = Withdrawal(suggestion=suggestion, reason=reason.strip(), asked_at=at, asked_by=str(by))
    wish.full_clean()
    wish.save()
    lead = suggestion.signatories.get(part=Part.LEAD)
    lead.agreed_to_withdraw_at = at
    lead.save(update_fields=["agreed_to_withdraw_at"])
    label = pgettext("act done", "asked to withdraw it")
    record(suggestion, "ask_to_withdraw", by=by, at=at, label=label, note=wish.reason)
    title = _("You are asked to agree to the withdrawal: %(title)s") % {"title": suggestion.title}
    tell(people.signatories(suggestion), suggestion, title, wish.reason, by=by, at=at)
    return _withdraw_if_all_agree(suggestion, by=by, at=at)


@transaction.atomic
def keep_after_all(suggestion: Suggestion, *, by: Actor, at: datetime) -> Suggestion:
    """The lead deputy does not want to withdraw it any more."""
    suggestion = held_in(suggestion, states.WITHDRAW)
    require(is_lead(by, suggestion))
    removed, _rows = Withdrawal.objects.filter(suggestion=suggestion).delete()
    if removed:
        suggestion.signatories.update(agreed_to_withdraw_at=None)
        label = pgettext("act done", "does not withdraw it after all")
        record(suggestion, "keep_after_all", by=by, at=at, label=label)
    return suggestion


@transaction.atomic
def agree_to_withdraw(row: Signatory, *, by: Actor, at: datetime) -> Suggestion:
    """A co-signer's consent; the last one withdraws the suggestion."""
    require(by.user_id == row.deputy.user_id)
    suggestion = held_in(row.suggestion, states.WITHDRAW)
    require(has_signed(by, suggestion))
    if not Withdrawal.objects.filter(suggestion=suggestion).exists():
        raise NotNow(states.WITHDRAW, None)
    rows = suggestion.signatories.filter(pk=row.pk, agreed_to_withdraw_at=None)
    if rows.update(agreed_to_withdraw_at=at):
        label = pgettext("act done", "agreed to the withdrawal")
        record(suggestion, "agree_to_withdraw", by=by, at=at, label=label)
    return _withdraw_if_all_agree(suggestion, by=by, at=at)


@transaction.atomic
def withdraw_on_paper(
    suggestion: Suggestion, *, reason: str, scan: UploadedFile, by: Actor, at: datetime
) -> Suggestion:
    """The office enters a letter that all who signed have signed; its scan is kept with it."""
    suggestion = held_in(suggestion, states.WITHDRAW)
    require(is_office(by, suggestion))
    if suggestion.raised_from_id is not None:
        raise ValidationError(_("It is withdrawn in the township from which it came."))
    require_reason(reason)
    purpose = SuggestionFile.Purpose.WITHDRAWAL
    keep_file(suggestion, scan, purpose=purpose, by=by, at=at)
    return _withdraw(suggestion, reason, by=by, at=at)


def _withdraw_if_all_agree(suggestion: Suggestion, *, by: Actor, at: datetime) -> Suggestion:
    if suggestion.signatories.standing().filter(agreed_to_withdraw_at=None).exists():
        return suggestion
    wish = Withdrawal.objects.get(suggestion=suggestion)
    return _withdraw(suggestion, wish.reason, by=by, at=at)


def _withdraw(suggestion: Suggestion, reason: str, *, by: Actor, at: datetime) -> Suggestion:
    move(suggestion, states.WITHDRAW, by=by, at=at, note=reason)
    settle(suggestion, at=at)
    settle(*suggestion.assignments.running(), at=at)
    settle(*suggestion.replies.all(), at=at)
    stop_clocks(suggestion, at=at, met=False)
    _end_above(suggestion, reason, by=by, at=at)
    title = pgettext("message", "Withdrawn: %(title)s") % {"title": suggestion.title}
    day = timezone.localdate(at)
    told = [*people.office(suggestion, day), *people.presidium(suggestion, day)]
    for part in suggestion.assignments.running().select_related("unit"):
        told += people.officers(part.unit, day)
    inform({user.pk: user for user in told}.values(), suggestion, title, reason, by=by, at=at)
    return suggestion


def _end_above(suggestion: Suggestion, reason: str, *, by: Actor, at: datetime) -> None:
    """The county's record ends with the township's: withdrawn, or closed where the county has
    replied and nobody has taken the reply over."""
    above = Suggestion.objects.filter(raised_from=suggestion).first()
    if above is None:
        return
    if above.state in states.WITHDRAW.sources:
        _withdraw(held_in(above, states.WITHDRAW), reason, by=by, at=at)
    elif above.state in CLOSE.sources:
        above = held_in(above, CLOSE)
        system = Actor.system("suggestions", above.congress_id, above.congress.name)
        end(above, reason, by=system, at=at)
