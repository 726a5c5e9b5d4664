"""Who sees which notices, and who may do what with them. A notice is never public."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from congress.audit.actors import Actor
from congress.flow.transitions import Transition
from congress.notices.models import Notice, NoticeFile, NoticeSettings, Recipient
from congress.notices.states import MOVE_MEETING, SEND, SIGNERS, WRITERS
from congress.organisations.models import Organisation
from congress.organisations.roles import (
    CHAIR,
    COUNTY_STAFF,
    COUNTY_SUPERVISOR,
    DEPUTY,
    SECRETARY,
    TOWNSHIP_STAFF,
)

STAFF = (*TOWNSHIP_STAFF, *COUNTY_STAFF)
READERS = (*STAFF, DEPUTY)
SENT = ("sent", "cancelled")


def own_of(actors: Iterable[Actor]) -> QuerySet[Notice]:
    """The notices that the actors' own organisations write."""
    organisations = [actor.organisation_id for actor in actors if actor.role in STAFF]
    return Notice.objects.filter(organisation__in=organisations)


def received_by(actors: Iterable[Actor]) -> QuerySet[Notice]:
    """Sent notices in whose ledger the person stands."""
    people = {actor.user_id for actor in actors if actor.user_id}
    rows = Recipient.objects.filter(user__in=people)
    return Notice.objects.filter(state__in=SENT, pk__in=rows.values("notice"))


def visible_to(actors: Iterable[Actor]) -> QuerySet[Notice]:
    """One's own organisation's notices, and those in whose ledger one stands."""
    actors = tuple(actors)
    return Notice.objects.filter(
        Q(pk__in=own_of(actors).values("pk")) | Q(pk__in=received_by(actors).values("pk"))
    )


def files_visible_to(actors: Iterable[Actor]) -> QuerySet[NoticeFile]:
    return NoticeFile.objects.filter(notice__in=visible_to(actors))


def rows_of(notice: Notice, actors: Iterable[Actor]) -> QuerySet[Recipient]:
    """The ledger of a notice: its own organisation's people read all of it, others nothing."""
    if any(is_own(actor, notice) for actor in actors):
        return notice.recipients.all()
    return Recipient.objects.none()


def is_own(actor: Actor, notice: Notice) -> bool:
    return actor.role in STAFF and actor.organisation_id == notice.organisation_id


def may_write(actor: Actor) -> bool:
    return actor.role in WRITERS


def keeps(actor: Actor, notice: Notice) -> bool:
    """Works at the notice and at its ledger: its secretary, or the county's supervisor."""
    return may_write(actor) and is_own(actor, notice)


def may_edit(actor: Actor, notice: Notice) -> bool:
    return keeps(actor, notice) and notice.state == "draft"


def secretary_signs(notice: Notice) -> bool:
    """The chair lets the secretary sign this one."""
    settings = NoticeSettings.objects.filter(
        organisation=notice.organisation_id, secretary_signs_routine=True
    )
    return notice.routine and settings.exists()


def may_sign(actor: Actor, notice: Notice) -> bool:
    """Sign the notice; whoever may sign it may also move and cancel it."""
    if not is_own(actor, notice):
        return False
    if actor.role in (CHAIR, COUNTY_SUPERVISOR):
        return True
    return actor.role == SECRETARY and secretary_signs(notice)


def may_move(actor: Actor, notice: Notice, transition: Transition) -> bool:
    """The act is the actor's, whatever the state; `flow.moves` asks for the state."""
    if actor.role not in transition.roles or not is_own(actor, notice):
        return False
    if transition.roles == SIGNERS:
        return may_sign(actor, notice)
    return True


def may_change_meeting(actor: Actor, notice: Notice) -> bool:
    return notice.is_meeting and may_move(actor, notice, MOVE_MEETING)


def may_send(actor: Actor, notice: Notice) -> bool:
    return may_move(actor, notice, SEND)


def may_decide_leave(actor: Actor, notice: Notice) -> bool:
    """Leave is the chair's to grant; of a county notice the supervisor's."""
    return actor.role in (CHAIR, COUNTY_SUPERVISOR) and is_own(actor, notice)


def may_reply(actor: Actor, recipient: Recipient) -> bool:
    """A person answers for no one else; others answer on behalf, under both names."""
    return actor.user_id is not None and actor.user_id == recipient.user_id


def may_set(actor: Actor) -> bool:
    return actor.role == CHAIR


def secretary_signs_in(organisation: Organisation) -> bool:
    return NoticeSettings.objects.filter(
        organisation=organisation, secretary_signs_routine=True
    ).exists()
