"""Deputies are asked to co-sign; each confirms for themselves or says nothing."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.flow.moves import move
from congress.notifications.actions import issue_links, notify, revoke_links, settle
from congress.notifications.queries.links import paths_of
from congress.organisations.models import Deputy
from congress.organisations.roles import DEPUTY
from congress.organisations.rules import require
from congress.suggestions.actions.holding import held_in
from congress.suggestions.actions.mandates import require_mandate
from congress.suggestions.models import Signatory, Suggestion
from congress.suggestions.models.choices import Answer, Part
from congress.suggestions.models.signatories import COSIGN_ACT
from congress.suggestions.rules import may_move
from congress.suggestions.states import entry as states

LASTS = timedelta(days=30)


@transaction.atomic
def ask_cosigners(
    suggestion: Suggestion, *, deputies: Iterable[Deputy], by: Actor, at: datetime
) -> Suggestion:
    """Every one of `deputies` gets a message and a personal link, also where asked before: the
    text may have changed, so whoever had confirmed is asked anew. The text is closed until it is
    taken back to the desk."""
    suggestion = held_in(suggestion, states.ASK_COSIGNERS)
    require(may_move(by, suggestion, states.ASK_COSIGNERS))
    if not suggestion.entered_by:
        require_mandate(suggestion.signatories.get(part=Part.LEAD).deputy, at)
    running = Deputy.objects.running(timezone.localdate(at))
    asked = _each_once(suggestion, deputies, running)
    if not asked:
        raise ValidationError({"deputies": _("Please choose whom to ask.")})
    suggestion.signatories.filter(part=Part.COSIGNER).delete()
    Signatory.objects.bulk_create(
        Signatory(
            suggestion=suggestion,
            deputy=deputy,
            part=Part.COSIGNER,
            answer=Answer.ASKED,
            asked_at=at,
        )
        for deputy in asked
    )
    names = "、".join(deputy.user.name for deputy in asked)
    move(suggestion, states.ASK_COSIGNERS, by=by, at=at, note=names)
    users = [deputy.user for deputy in asked]
    links = issue_links(
        users,
        organisation=suggestion.congress,
        act=COSIGN_ACT,
        record=suggestion,
        until=at + LASTS,
        by=by,
        at=at,
    )
    notify(
        users,
        title=_("You are asked to co-sign: %(title)s") % {"title": suggestion.title},
        text=_("%(name)s asks you to co-sign this suggestion.") % {"name": by.name},
        path=paths_of(links),
        record=suggestion,
        by=by,
        at=at,
    )
    return suggestion


def _each_once(
    suggestion: Suggestion, deputies: Iterable[Deputy], mandates: QuerySet[Deputy]
) -> list[Deputy]:
    """Of the congress, without the lead; who holds two mandates in it stands there once, by the
    newer one."""
    lead = suggestion.signatories.filter(part=Part.LEAD).values("deputy__user")
    rows = mandates.filter(congress=suggestion.congress, pk__in=[each.pk for each in deputies])
    rows = rows.exclude(user__in=lead).select_related("user").order_by("starts_on", "pk")
    people = {deputy.user_id: deputy for deputy in rows}
    return sorted(people.values(), key=lambda deputy: deputy.pk)


@transaction.atomic
def confirm_signature(
    row: Signatory, *, edition: int | None = None, by: Actor, at: datetime
) -> Signatory:
    """This is my true wish. Taken back by `decline_signature` until it is submitted. Raises
    `ValidationError` where the text is no longer of the `edition` that was read, and for whoever
    is a deputy no more."""
    require_mandate(row.deputy, at)
    return _answer(row, Answer.CONFIRMED, by, at, edition)


@transaction.atomic
def decline_signature(row: Signatory, *, by: Actor, at: datetime) -> Signatory:
    """In silence: nobody is told, and the page of the lead only knows who has confirmed. Taken
    back by `confirm_signature` until it is submitted."""
    return _answer(row, Answer.DECLINED, by, at)


def _answer(
    row: Signatory, answer: Answer, by: Actor, at: datetime, edition: int | None = None
) -> Signatory:
    require(by.user_id == row.deputy.user_id)
    suggestion = held_in(row.suggestion, states.TAKE_TO_DESK)
    if edition is not None and edition != suggestion.edition:
        raise ValidationError(_("The text was changed meanwhile. Please read it once more."))
    row = (
        Signatory.objects.select_for_update(of=("self",))
        .select_related("deputy__user")
        .get(pk=row.pk, part=Part.COSIGNER)
    )
    row.suggestion = suggestion
    if row.answer == answer:
        return row
    row.answer, row.answered_at = answer, at
    row.full_clean()
    row.save(update_fields=["answer", "answered_at"])
    if answer == Answer.CONFIRMED:
        label = pgettext("act done", "confirmed the co-signature")
        record(suggestion, "confirm_signature", by=by, at=at, label=label)
    return row


@transaction.atomic
def sign_on_paper(
    suggestion: Suggestion, *, deputies: Iterable[Deputy], by: Actor, at: datetime
) -> Suggestion:
    """The office enters who has signed the paper of which the scan is attached."""
    suggestion = held_in(suggestion, states.ASK_COSIGNERS)
    require(bool(suggestion.entered_by) and by.role != DEPUTY)
    require(may_move(by, suggestion, states.ASK_COSIGNERS))
    wanted = _each_once(suggestion, deputies, Deputy.objects.all())
    suggestion.signatories.filter(part=Part.COSIGNER).delete()
    Signatory.objects.bulk_create(
        Signatory(
            suggestion=suggestion,
            deputy=deputy,
            part=Part.COSIGNER,
            answer=Answer.CONFIRMED,
            asked_at=at,
            answered_at=at,
            on_paper=True,
        )
        for deputy in wanted
    )
    names = "、".join(deputy.user.name for deputy in wanted)
    label = pgettext("act done", "entered who signed on paper")
    record(suggestion, "sign_on_paper", by=by, at=at, label=label, note=names)
    return suggestion


@transaction.atomic
def take_to_desk(suggestion: Suggestion, *, by: Actor, at: datetime) -> Suggestion:
    """The links end; who had confirmed is asked again."""
    suggestion = held_in(suggestion, states.TAKE_TO_DESK)
    require(may_move(by, suggestion, states.TAKE_TO_DESK))
    suggestion.signatories.filter(part=Part.COSIGNER).update(answer=Answer.ASKED, answered_at=None)
    move(suggestion, states.TAKE_TO_DESK, by=by, at=at)
    end_cosigning(suggestion, by=by, at=at)
    return suggestion


def end_cosigning(suggestion: Suggestion, *, by: Actor, at: datetime) -> None:
    revoke_links(suggestion, act=COSIGN_ACT, by=by, at=at)
    settle(suggestion, at=at)
