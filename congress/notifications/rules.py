"""Who may issue a link, and as whom the person of a link acts."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from congress.audit.actors import SYSTEM, Actor
from congress.notifications.models import PersonalLink
from congress.organisations.models import Appointment, Deputy, Organisation
from congress.organisations.roles import DEPUTY, ROLES


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
