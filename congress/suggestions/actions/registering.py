"""The presidium decides: accepted with a number, given back, not accepted, merged."""

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
from congress.organisations.numbers import next_reference
from congress.organisations.rules import require
from congress.suggestions.actions.clocks import begin_clock, resume_clock, stop_clocks
from congress.suggestions.actions.holding import held, held_in
from congress.suggestions.actions.telling import inform, tell
from congress.suggestions.actions.upward import give_back_from_above
from congress.suggestions.actions.words import require_reason
from congress.suggestions.models import Suggestion, Withdrawal
from congress.suggestions.models.choices import Answer, Part, Refusal
from congress.suggestions.queries import people
from congress.suggestions.rules import is_office, is_presidium, is_staff, may_move
from congress.suggestions.states import entry as states


@transaction.atomic
def propose(
    suggestion: Suggestion, *, category: str, jurisdiction: str, by: Actor, at: datetime
) -> Suggestion:
    """The secretary prepares the decision: category and who can settle it."""
    suggestion = held_in(suggestion, states.REGISTER)
    require(is_office(by, suggestion))
    _sort(suggestion, category, jurisdiction)
    label = pgettext("act done", "prepared the decision")
    note = f"{suggestion.get_category_display()}，{suggestion.get_jurisdiction_display()}"
    record(suggestion, "propose", by=by, at=at, label=label, note=note)
    title = _("To be decided: %(title)s") % {"title": suggestion.title}
    tell(people.presidium(suggestion, timezone.localdate(at)), suggestion, title, by=by, at=at)
    return suggestion


def _sort(suggestion: Suggestion, category: str, jurisdiction: str) -> None:
    suggestion.category, suggestion.jurisdiction = category, jurisdiction
    suggestion.full_clean()
    suggestion.save(update_fields=["category", "jurisdiction"])


@transaction.atomic
def register_suggestion(
    suggestion: Suggestion, *, category: str, jurisdiction: str, by: Actor, at: datetime
) -> Suggestion:
    """Gives the number: 石桥-建议-19-2-012, between sessions 石桥-建议-19-闭2026-003. Of a record
    that a township reported the deputy was told there."""
    suggestion = held_in(suggestion, states.REGISTER)
    require(may_move(by, suggestion, states.REGISTER) and is_presidium(by, suggestion))
    _sort(suggestion, category, jurisdiction)
    today = timezone.localdate(at)
    session = suggestion.session
    part = str(session.number) if session else f"闭{today.year}"
    key = f"建议-{suggestion.term.number}-{part}"
    suggestion.reference = next_reference(suggestion.congress, key, width=3)
    suggestion.registered_at = at
    move(
        suggestion, states.REGISTER, by=by, at=at, fields=["reference", "registered_at"],
        details={"reference": suggestion.reference},
    )  # fmt: skip
    settle(suggestion, at=at)
    if suggestion.raised_from_id is None:
        begin_clock(suggestion, "notify", on=today)
    title = _("Your suggestion was accepted as %(number)s") % {"number": suggestion.reference}
    inform(people.signatories(suggestion), suggestion, title, by=by, at=at)
    return suggestion


@transaction.atomic
def note_deputy_told(suggestion: Suggestion, *, by: Actor, at: datetime) -> Suggestion:
    """The deputy has been told of the acceptance. An entry made too early is corrected by a
    remark in the trail."""
    suggestion = held(suggestion, states.REGISTER)
    require(is_staff(by, suggestion))
    if suggestion.reference is None:
        raise NotNow(states.REGISTER, last_entry(suggestion))
    if suggestion.told_at is None:
        suggestion.told_at = at
        suggestion.save(update_fields=["told_at"])
        stop_clocks(suggestion, ["notify"], at=at, met=True)
        label = pgettext("act done", "told the deputy of the acceptance")
        record(suggestion, "tell_deputy", by=by, at=at, label=label)
    return suggestion


@transaction.atomic
def send_back_suggestion(
    suggestion: Suggestion, *, reason: str, by: Actor, at: datetime
) -> Suggestion:
    """Back to the deputy's desk, to be written anew; clocks end. Whoever confirmed the old text is
    asked anew; what was signed on paper stands with its paper. What a township reported has no
    deputy here."""
    suggestion = held_in(suggestion, states.SEND_BACK)
    require(may_move(by, suggestion, states.SEND_BACK) and is_presidium(by, suggestion))
    if suggestion.raised_from_id is not None:
        raise ValidationError(_("A township reported it: accept it, or do not accept it."))
    require_reason(reason)
    suggestion.submitted_at = None
    move(suggestion, states.SEND_BACK, by=by, at=at, note=reason, fields=["submitted_at"])
    stop_clocks(suggestion, at=at, met=False)
    settle(suggestion, at=at)
    told = people.signatories(suggestion)
    Withdrawal.objects.filter(suggestion=suggestion).delete()
    suggestion.signatories.update(agreed_to_withdraw_at=None)
    signed = suggestion.signatories.filter(part=Part.COSIGNER, on_paper=False)
    signed.update(answer=Answer.ASKED, answered_at=None)
    title = _("Given back to be revised: %(title)s") % {"title": suggestion.title}
    tell(told, suggestion, title, reason, by=by, at=at)
    return suggestion


@transaction.atomic
def refuse_suggestion(
    suggestion: Suggestion,
    *,
    refusal: str,
    note: str,
    article: str = "",
    by: Actor,
    at: datetime,
) -> Suggestion:
    """Not accepted, for one of the reasons of the list, by an `article` where the county has one;
    `note` says it to the deputy in words."""
    suggestion = held_in(suggestion, states.REFUSE)
    require(may_move(by, suggestion, states.REFUSE) and is_presidium(by, suggestion))
    if refusal not in Refusal.values:
        raise ValidationError({"refusal": _("Please choose the reason.")})
    if not note.strip():
        raise ValidationError({"note": _("Please explain it to the deputy.")})
    suggestion.refusal, suggestion.refusal_article = refusal, article.strip()
    suggestion.clean_fields()
    label = Refusal(refusal).label
    move(
        suggestion, states.REFUSE, by=by, at=at, note=f"{label}：{note.strip()}",
        details={"refusal": refusal, "article": suggestion.refusal_article},
        fields=["refusal", "refusal_article"],
    )  # fmt: skip
    stop_clocks(suggestion, at=at, met=False)
    settle(suggestion, at=at)
    if suggestion.raised_from_id is not None:
        give_back_from_above(suggestion, note, by=by, at=at)
    title = _("Not accepted: %(title)s") % {"title": suggestion.title}
    inform(people.signatories(suggestion), suggestion, title, note, by=by, at=at)
    return suggestion


@transaction.atomic
def undo_refusal(suggestion: Suggestion, *, reason: str, by: Actor, at: datetime) -> Suggestion:
    suggestion = held_in(suggestion, states.UNDO_REFUSAL)
    require(may_move(by, suggestion, states.UNDO_REFUSAL) and is_presidium(by, suggestion))
    if suggestion.raised_from_id is not None:
        raise ValidationError(_("The township handles it itself by now."))
    require_reason(reason)
    suggestion.refusal = suggestion.refusal_article = ""
    move(
        suggestion,
        states.UNDO_REFUSAL,
        by=by,
        at=at,
        note=reason,
        fields=["refusal", "refusal_article"],
    )
    if suggestion.session_id is None:
        resume_clock(suggestion, "hand_over", met=False)
    title = _("Will be decided anew: %(title)s") % {"title": suggestion.title}
    inform(people.signatories(suggestion), suggestion, title, reason, by=by, at=at)
    return suggestion
