"""Signatories rate, a second round is opened or not, and the record is closed."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.audit.queries import last_entry
from congress.flow.moves import NotNow, move
from congress.notifications.actions import settle
from congress.organisations.rules import require
from congress.suggestions.actions.clocks import begin_clock, stop_clocks
from congress.suggestions.actions.closing import end
from congress.suggestions.actions.drafting import keep_file
from congress.suggestions.actions.holding import held_in
from congress.suggestions.actions.telling import inform, tell
from congress.suggestions.actions.upward import second_round_above
from congress.suggestions.actions.words import require_reason
from congress.suggestions.models import Rating, Signatory, Suggestion, SuggestionFile
from congress.suggestions.models.choices import Answer, Part, RatingWay
from congress.suggestions.queries import people
from congress.suggestions.queries.ratings import closing
from congress.suggestions.rules import is_open_case, is_presidium, may_enter_slip
from congress.suggestions.states import handling as states


@transaction.atomic
def rate(
    row: Signatory,
    *,
    consultation: str,
    attitude: str,
    reply: str,
    result: str,
    comment: str = "",
    way: str = RatingWay.ACCOUNT,
    round_no: int | None = None,
    by: Actor,
    at: datetime,
) -> Rating:
    """One's own rating of the round, by account or personal link; given anew it replaces the
    earlier one while the record is not closed.

    The lead deputy's dissatisfaction with reply or result opens the second round, a co-signer's
    is put before the chair; the last satisfied rating closes the record. `round_no` is the round
    of the page that was read: an old page rates no newer reply.
    """
    require(by.user_id is not None and by.user_id == row.deputy.user_id)
    aspects = {
        "consultation": consultation,
        "attitude": attitude,
        "reply": reply,
        "result": result,
    }
    return _keep(row, aspects, comment, way=way, entered_by="", round_no=round_no, by=by, at=at)


@transaction.atomic
def enter_slip(
    row: Signatory,
    *,
    consultation: str,
    attitude: str,
    reply: str,
    result: str,
    comment: str = "",
    scan: UploadedFile,
    round_no: int | None = None,
    by: Actor,
    at: datetime,
) -> Rating:
    """代录 of a signed slip by the office, with its scan; never by somebody of a unit that
    handles it. What a deputy has rated alone only the deputy changes. The deputy is told."""
    require(may_enter_slip(by, row.suggestion, timezone.localdate(at)))
    aspects = {
        "consultation": consultation,
        "attitude": attitude,
        "reply": reply,
        "result": result,
    }
    own = row.ratings.filter(round_no=row.suggestion.round_no).exclude(way=RatingWay.SLIP)
    if own.exists():
        refusal = _("%(name)s has rated it already; only the deputy can change that.")
        raise ValidationError({"signatory": refusal % {"name": row.deputy.user.name}})
    keep_file(row.suggestion, scan, purpose=SuggestionFile.Purpose.SLIP, by=by, at=at)
    way = RatingWay.SLIP
    rating = _keep(
        row, aspects, comment, way=way, entered_by=str(by), round_no=round_no, by=by, at=at
    )
    title = _("Your rating slip was entered: %(title)s") % {"title": row.suggestion.title}
    inform([row.deputy.user], row.suggestion, title, _said(rating), by=by, at=at)
    return rating


def _keep(
    row: Signatory,
    aspects: dict[str, str],
    comment: str,
    *,
    way: str,
    entered_by: str,
    round_no: int | None,
    by: Actor,
    at: datetime,
) -> Rating:
    suggestion = held_in(row.suggestion, states.CLOSE)
    if round_no not in (None, suggestion.round_no):
        raise ValidationError(_("There is a newer reply. Please read it and rate it then."))
    if row.answer != Answer.CONFIRMED or suggestion.raised_from_id is not None:
        raise NotNow(states.CLOSE, last_entry(suggestion))
    rating = Rating.objects.filter(signatory=row, round_no=suggestion.round_no).first()
    if rating and rating.decision:
        raise ValidationError(_("The presidium has decided on your rating already."))
    said = aspects | {"comment": comment, "way": way}
    if rating and all(getattr(rating, name) == value for name, value in said.items()):
        return rating
    rating = rating or Rating(suggestion=suggestion, signatory=row, round_no=suggestion.round_no)
    for name, value in said.items():
        setattr(rating, name, value)
    rating.entered_by, rating.rated_at = entered_by, at
    rating.full_clean()
    rating.save()
    label = pgettext("act done", "rated the reply")
    note = f"{row.deputy.user.name}：{_said(rating)}"
    record(suggestion, "rate", by=by, at=at, label=label, note=note)
    _follow(suggestion, row, rating, by=by, at=at)
    return rating


def _said(rating: Rating) -> str:
    reply = f"{Rating._meta.get_field('reply').verbose_name}{rating.get_reply_display()}"
    result = f"{Rating._meta.get_field('result').verbose_name}{rating.get_result_display()}"
    return f"{reply}、{result}"


def _follow(
    suggestion: Suggestion, row: Signatory, rating: Rating, *, by: Actor, at: datetime
) -> None:
    day = timezone.localdate(at)
    if rating.is_dissatisfied and suggestion.round_no == 1:
        if row.part == Part.LEAD:
            reason = rating.comment or _("The lead deputy is not satisfied.")
            open_round(suggestion, reason, by=by, at=at)
        else:
            title = _("A co-signer is not satisfied: %(title)s") % {"title": suggestion.title}
            told = people.presidium(suggestion, day)
            tell(told, suggestion, title, rating.comment, by=by, at=at)
        return
    if closing(suggestion, day).all_rated:
        end(suggestion, _("Everybody has rated it."), by=by, at=at)


def open_round(suggestion: Suggestion, reason: str, *, by: Actor, at: datetime) -> None:
    """Every unit that replied answers again, each with its own clock."""
    day = timezone.localdate(at)
    suggestion.round_no = 2
    suggestion.full_clean()
    suggestion.save(update_fields=["round_no"])
    move(suggestion, states.OPEN_SECOND_ROUND, by=by, at=at, note=reason)
    settle(suggestion, at=at)
    stop_clocks(suggestion, ["feedback"], at=at, met=True)
    second_round_above(suggestion, reason, at=at)
    title = _("Please handle it again: %(title)s") % {"title": suggestion.title}
    for part in suggestion.assignments.running().replying().select_related("unit"):
        begin_clock(suggestion, "rehandling", on=day, assignment=part)
        told = people.officers(part.unit, day)
        tell(told, suggestion, title, reason, about=part, by=by, at=at)
    staff = [*people.office(suggestion, day), *people.presidium(suggestion, day)]
    everybody = {user.pk: user for user in [*staff, *people.signatories(suggestion)]}
    title = _("It is handled again, second round: %(title)s") % {"title": suggestion.title}
    inform(everybody.values(), suggestion, title, reason, by=by, at=at)


@transaction.atomic
def open_second_round(rating: Rating, *, note: str = "", by: Actor, at: datetime) -> Suggestion:
    """The chair does so on a co-signer's dissatisfaction."""
    suggestion, rating = _undecided(rating, by)
    _decide(rating, Rating.Decision.OPENED, note, by=by, at=at)
    reason = note or rating.comment or _("A co-signer is not satisfied.")
    open_round(suggestion, reason, by=by, at=at)
    return suggestion


@transaction.atomic
def note_no_second_round(rating: Rating, *, note: str, by: Actor, at: datetime) -> Suggestion:
    """The chair notes why a co-signer's dissatisfaction opens no second round."""
    suggestion, rating = _undecided(rating, by)
    _decide(rating, Rating.Decision.NOTED, require_reason(note, "note"), by=by, at=at)
    label = pgettext("act done", "noted why there is no second round")
    record(suggestion, "no_second_round", by=by, at=at, label=label, note=note)
    title = _("Decided on your rating, no second round: %(title)s") % {"title": suggestion.title}
    inform([rating.signatory.deputy.user], suggestion, title, rating.decision_note, by=by, at=at)
    if closing(suggestion, timezone.localdate(at)).all_rated:
        end(suggestion, _("Everybody has rated it."), by=by, at=at)
    return suggestion


def _undecided(rating: Rating, by: Actor) -> tuple[Suggestion, Rating]:
    suggestion = held_in(rating.suggestion, states.OPEN_SECOND_ROUND)
    require(is_presidium(by, suggestion))
    rating = Rating.objects.select_related("signatory__deputy__user").get(pk=rating.pk)
    if suggestion.round_no != 1 or not is_open_case(rating):
        raise NotNow(states.OPEN_SECOND_ROUND, last_entry(suggestion))
    return suggestion, rating


def _decide(rating: Rating, decision: str, note: str, *, by: Actor, at: datetime) -> None:
    rating.decision, rating.decision_note = decision, note.strip()
    rating.decided_by, rating.decided_at = str(by), at
    rating.full_clean()
    rating.save()
