"""A reply goes out: the deputies are told, the promise begins, the feedback clock runs."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.flow.moves import move
from congress.notifications.actions import settle
from congress.suggestions.actions.clocks import begin_clock, stop_clocks
from congress.suggestions.actions.following import renew_commitment
from congress.suggestions.actions.telling import ask_to_rate
from congress.suggestions.models import Commitment, Reply, Suggestion
from congress.suggestions.queries import people
from congress.suggestions.queries.replies import owed_replies, scheme_of
from congress.suggestions.states import handling, replies
from congress.web.public_pages import public_page_changed


def release(reply: Reply, *, by: Actor, at: datetime) -> Reply:
    """Within an act that has asked its rule and holds the suggestion."""
    suggestion = reply.suggestion
    reply.released_at, reply.released_by = at, str(by)
    reply.save(update_fields=["released_by"])
    move(reply, replies.RELEASE_REPLY, by=by, at=at, fields=["released_at"])
    settle(reply, at=at)
    label, note = replies.RELEASE_REPLY.done, str(reply.assignment.unit)
    record(suggestion, "release_reply", by=by, at=at, label=label, note=note)
    _begin_commitment(reply, by=by, at=at)
    if not settle_round(suggestion, by=by, at=at):
        title = _("Reply of %(unit)s: %(title)s") % {"unit": note, "title": suggestion.title}
        ask_to_rate(people.signatories(suggestion), suggestion, title, by=by, at=at)
    if suggestion.published_at:
        public_page_changed()
    return reply


def settle_round(suggestion: Suggestion, *, by: Actor, at: datetime) -> bool:
    """Brings the record on where nobody owes a reply any more; true where it is answered."""
    if owed_replies(suggestion).exists():
        return False
    if suggestion.state in handling.REVIEW.sources:
        move(suggestion, handling.REVIEW, by=by, at=at)
    round_ = suggestion.replies.filter(round_no=suggestion.round_no)
    if suggestion.state != "reply_review" or round_.filter(state="in_review").exists():
        return False
    _answer(suggestion, by=by, at=at)
    return True


def _begin_commitment(reply: Reply, *, by: Actor, at: datetime) -> None:
    chosen = scheme_of(reply.suggestion).named(reply.result_class)
    if not (chosen and chosen.needs_date and reply.promised_on) or reply.taken_from_id:
        return
    # One promise is followed, not two beside each other.
    earlier = Commitment.objects.select_for_update(of=("self",)).exclude(state="kept")
    if before := earlier.filter(reply__assignment=reply.assignment).first():
        renew_commitment(before, reply, by=by, at=at)
        return
    commitment = Commitment(
        suggestion=reply.suggestion,
        reply=reply,
        text=reply.promise,
        promised_on=reply.promised_on,
        first_promised_on=reply.promised_on,
    )
    commitment.full_clean()
    commitment.save()
    label = pgettext("act done", "released the reply with this promise")
    note = f"{commitment.text}（{reply.promised_on}）"
    record(commitment, "create", by=by, at=at, label=label, note=note)


def _answer(suggestion: Suggestion, *, by: Actor, at: datetime) -> None:
    day = timezone.localdate(at)
    settle(suggestion, at=at)
    settle(*suggestion.assignments.running(), at=at)
    suggestion.replied_at = at
    suggestion.save(update_fields=["replied_at"])
    move(suggestion, handling.ANSWER, by=by, at=at)
    stop_clocks(suggestion, ["first_contact", "co_opinion"], at=at, met=False)
    if suggestion.raised_from_id is None:
        begin_clock(suggestion, "feedback", on=day)
    title = _("Replied, please rate it: %(title)s") % {"title": suggestion.title}
    ask_to_rate(people.signatories(suggestion), suggestion, title, by=by, at=at)
