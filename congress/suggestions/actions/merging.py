"""Suggestions about one matter are handled together (并案办理)."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.flow.moves import move
from congress.organisations.rules import require
from congress.suggestions.actions.clocks import resume_clock, stop_clocks
from congress.suggestions.actions.holding import held_in
from congress.suggestions.actions.telling import inform
from congress.suggestions.actions.words import require_reason
from congress.suggestions.models import Signatory, Suggestion
from congress.suggestions.models.choices import Answer, Part
from congress.suggestions.queries import people
from congress.suggestions.queries.merging import TAKES_IN
from congress.suggestions.rules import is_presidium, may_move
from congress.suggestions.states import entry as states


@transaction.atomic
def merge_suggestion(
    suggestion: Suggestion, *, into: Suggestion, by: Actor, at: datetime
) -> Suggestion:
    """Its number stays, its clocks end, its proposers become signatories of `into`, which is not
    answered yet and of the same congress."""
    _lock(suggestion, into)
    suggestion = held_in(suggestion, states.MERGE)
    require(may_move(by, suggestion, states.MERGE) and is_presidium(by, suggestion))
    into = Suggestion.objects.select_related("congress__parent").get(pk=into.pk)
    if into.pk == suggestion.pk or into.congress_id != suggestion.congress_id:
        raise ValidationError({"into": _("Please choose another suggestion of this congress.")})
    if into.state not in TAKES_IN:
        raise ValidationError({"into": _("This one cannot take in another any more.")})
    if suggestion.raised_from_id is not None:
        raise ValidationError(_("A township waits for a reply of its own."))
    if suggestion.merged.exists():
        raise ValidationError(_("Others are merged into this one. Merge it the other way round."))
    suggestion.merged_into = into
    move(
        suggestion, states.MERGE, by=by, at=at, note=str(into.reference),
        details={"into": into.reference}, fields=["merged_into"],
    )  # fmt: skip
    stop_clocks(suggestion, at=at, met=False)
    _take_in(suggestion, into, at)
    label = pgettext("act done", "took in another suggestion")
    record(into, "take_in", by=by, at=at, label=label, note=str(suggestion.reference))
    title = _("Handled together with %(number)s: %(title)s") % {
        "number": into.reference,
        "title": suggestion.title,
    }
    inform(people.signatories(suggestion), suggestion, title, by=by, at=at)
    return suggestion


def _lock(*rows: Suggestion) -> None:
    """In one order, so that two who cross each other wait instead of blocking each other."""
    for row in sorted(rows, key=lambda row: row.pk):
        Suggestion.objects.select_for_update(of=("self",)).get(pk=row.pk)


def _take_in(suggestion: Suggestion, into: Suggestion, at: datetime) -> None:
    """A person who stands under both, by whatever mandate, stands there once."""
    known = set(into.signatories.values_list("deputy__user", flat=True))
    Signatory.objects.bulk_create(
        Signatory(
            suggestion=into,
            deputy_id=row.deputy_id,
            part=Part.MERGED,
            answer=Answer.CONFIRMED,
            asked_at=at,
            answered_at=at,
            came_from=suggestion,
        )
        for row in suggestion.signatories.standing().select_related("deputy")
        if row.deputy.user_id not in known
    )


@transaction.atomic
def separate_suggestion(
    suggestion: Suggestion, *, reason: str, by: Actor, at: datetime
) -> Suggestion:
    """By itself again, while the other has not been answered; its clocks run on."""
    into = suggestion.merged_into
    if into is not None:
        _lock(suggestion, into)
    suggestion = held_in(suggestion, states.SEPARATE)
    require(may_move(by, suggestion, states.SEPARATE) and is_presidium(by, suggestion))
    require_reason(reason)
    assert into is not None
    into.refresh_from_db()
    if into.replied_at is not None:
        raise ValidationError(_("The other one has been answered; its reply is for both."))
    into.signatories.filter(came_from=suggestion).delete()
    suggestion.merged_into = None
    move(suggestion, states.SEPARATE, by=by, at=at, note=reason, fields=["merged_into"])
    for event in ("notify", "hand_over", "reassign"):
        resume_clock(suggestion, event, met=False)
    label = pgettext("act done", "let a merged suggestion go")
    record(into, "let_go", by=by, at=at, label=label, note=str(suggestion.reference))
    return suggestion
