"""Who may issue a link, as whom the person of a link acts, whose messages one reads."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from congress.audit.actors import SYSTEM, Actor
from congress.notifications.models import Delivery, Message, PersonalLink
from congress.notifications.models.deliveries import DeliveryQuerySet
from congress.notifications.models.messages import MessageQuerySet
from congress.organisations.models import Appointment, Deputy, Organisation
from congress.organisations.roles import DEPUTY, ROLES
from congress.organisations.rules import people_visible_to


def may_issue(actor: Actor, organisation: Organisation) -> bool:
    """Issue and revoke links that act for the organisation. Whether the record wants one is the
    owning room's rule, asked before."""
    return actor.role == SYSTEM or actor.organisation_id == organisation.pk


def actor_of_link(link: PersonalLink, at: datetime) -> Actor:
    """The person in the role they hold on that day, in the organisation of the link first; a
    deputy where they hold none any more, since signatories are answered after their mandate."""
    role, label = _role(link, at)
    return Actor(
        user_id=link.user_id,
        name=link.user.name,
        role=role,
        role_label=_("%(role)s (personal link)") % {"role": label},
        organisation_id=link.organisation_id,
        organisation_name=link.organisation.name,
    )


def _role(link: PersonalLink, at: datetime) -> tuple[str, str]:
    day = timezone.localdate(at)
    deputy = (DEPUTY, str(ROLES[DEPUTY].label))
    mandates = Deputy.objects.filter(user=link.user_id).running(day)
    held = [(row.congress_id, deputy) for row in mandates]
    for post in Appointment.objects.filter(user=link.user_id).running(day):
        label = post.post_title or str(ROLES[post.role].label)
        held.append((post.organisation_id, (post.role, label)))
    here = [role for place, role in held if place == link.organisation_id]
    return (here or [role for _place, role in held] or [deputy])[0]


def messages_visible_to(actors: Iterable[Actor]) -> MessageQuerySet:
    """Everybody reads their own, in whatever posts."""
    return Message.objects.filter(user_id__in={actor.user_id for actor in actors})


def may_read(actor: Actor, message: Message) -> bool:
    return actor.user_id == message.user_id


def deliveries_visible_to(actors: Iterable[Actor]) -> DeliveryQuerySet:
    """What was given up, to people of the administrator's county."""
    people = people_visible_to(actors)
    return Delivery.objects.filter(given_up=True, message__user__in=people)


def may_try_again(actor: Actor, delivery: Delivery) -> bool:
    """Also where somebody has asked for it meanwhile; the action tells."""
    return people_visible_to([actor]).filter(pk=delivery.message.user_id).exists()
