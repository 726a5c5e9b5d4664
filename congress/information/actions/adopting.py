"""Adoptions and the points they give."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.audit.actors import Actor
from congress.audit.queries import last_entry, timeline
from congress.flow.moves import NotNow, move
from congress.information import states
from congress.information.actions.holding import held
from congress.information.actions.reviewing import need, strike_through
from congress.information.actions.telling import tell_secretaries
from congress.information.models import Adoption, Item, PointsLine, Publication, SentUp
from congress.information.points import best_rule
from congress.information.queries.rules import candidate_rules
from congress.information.rules import may_move
from congress.organisations.rules import require

ADOPTED = pgettext_lazy("message", "Adopted: %(title)s")
UNDONE = (states.UNDO_ADOPTION.act, states.UNDO_LAST_ADOPTION.act)


@transaction.atomic
def adopt_item(
    item: Item,
    *,
    publication: Publication,
    adopted_on: date,
    issue: str = "",
    mode: str = Adoption.Mode.SINGLE,
    printed_title: str = "",
    printed_text: str = "",
    sending: SentUp | None = None,
    seen_state: str | None = None,
    by: Actor,
    at: datetime,
) -> Adoption:
    """Enters one adoption and the line of points that the rule of its date gives, if any.

    `seen_state` is the state the decider had before the eyes: where it has changed meanwhile,
    `NotNow` tells who did what.
    """
    require(may_move(by, item, states.ADOPT))
    item = held(item, states.ADOPT)
    if item.state not in states.ADOPT.sources or (seen_state and item.state != seen_state):
        raise NotNow(states.ADOPT, last_entry(item))
    _check_date(item, adopted_on, at)
    adoption = Adoption(
        item=item,
        organisation_id=item.organisation_id,
        publication=publication,
        level=publication.level,
        issue=issue.strip(),
        adopted_on=adopted_on,
        mode=mode,
        printed_title=printed_title or item.title,
        printed_text=printed_text or item.body,
        sending=sending,
    )
    if publication.county_id != item.organisation.parent_id:
        raise ValidationError({"publication": _("This publication is not the county's.")})
    if sending and sending.item_id != item.pk:
        raise ValidationError({"sending": _("This sending up belongs to another item.")})
    adoption.full_clean()
    adoption.save()
    give_points(adoption)
    move(
        item,
        states.ADOPT,
        by=by,
        at=at,
        note=str(adoption),
        details={"adoption": adoption.pk, "adopted_on": adopted_on.isoformat()},
    )
    tell_secretaries(item, ADOPTED, text=str(adoption), by=by, at=at)
    return adoption


def give_points(adoption: Adoption) -> PointsLine | None:
    """The line of the best rule valid on the adoption's date; None where no rule is valid."""
    rule = best_rule(
        candidate_rules(adoption.publication.county_id, adoption.adopted_on),
        level=adoption.level,
        publication_id=adoption.publication_id,
        kind=adoption.item.kind,
    )
    if rule is None:
        return None
    return PointsLine.objects.create(
        item=adoption.item,
        organisation_id=adoption.organisation_id,
        adoption=adoption,
        rule=rule,
        source=PointsLine.Source.RULE,
        date=adoption.adopted_on,
        points=rule.points,
    )


@transaction.atomic
def undo_adoption(adoption: Adoption, *, reason: str, by: Actor, at: datetime) -> Item:
    """Takes one adoption back: the row stays struck through, its points are countered on the same
    date. The last one returns the item to `submitted`, and with it go the points of an old book,
    which name no adoption."""
    item = held(adoption.item, states.UNDO_ADOPTION)
    require(may_move(by, item, states.UNDO_ADOPTION))
    need(reason=reason)
    if not strike_through(adoption, reason=reason, by=by, at=at):
        undone = timeline(item).filter(act__in=UNDONE)
        raise NotNow(states.UNDO_ADOPTION, undone.last())
    others = item.adoptions.filter(undone_at=None).exists()
    lines = item.points_lines.all()
    if others:
        lines = lines.filter(adoption=adoption).exclude(source=PointsLine.Source.BOOK)
    for line in lines.filter(counters=None, countered_by=None):
        PointsLine.objects.create(
            item=item,
            organisation_id=item.organisation_id,
            adoption=line.adoption,
            source=PointsLine.Source.COUNTER,
            date=line.date,
            points=-line.points,
            counters=line,
        )
    transition = states.UNDO_ADOPTION if others else states.UNDO_LAST_ADOPTION
    move(item, transition, by=by, at=at, note=f"{adoption}：{reason}")
    return item


def _check_date(item: Item, day: date, at: datetime) -> None:
    if day > timezone.localdate(at):
        raise ValidationError({"adopted_on": _("The date of adoption lies in the future.")})
    if item.submitted_at and day < timezone.localdate(item.submitted_at):
        raise ValidationError({"adopted_on": _("The date of adoption lies before the submission.")})
