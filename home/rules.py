"""Who edits and who publishes which section of the site."""

from datetime import date

from django.contrib.auth.models import Group
from django.db.models import Exists, OuterRef, Q, QuerySet

from congress.organisations.models import Appointment, User
from congress.organisations.roles import COUNTY_STAFF, TOWNSHIP_STAFF

EDITORS = (*TOWNSHIP_STAFF, *COUNTY_STAFF)


def editor_groups(user: User, on: date) -> QuerySet[Group]:
    """The groups the person is in or should be in on that day, with `member` and `due`: a running
    post gives the group of its organisation's section, and nothing else gives any."""
    posts = Appointment.objects.filter(
        user=user, role__in=EDITORS, organisation=OuterRef("section__organisation")
    ).running(on)
    member = User.groups.through.objects.filter(user=user, group=OuterRef("pk"))
    return Group.objects.annotate(member=Exists(member), due=Exists(posts)).filter(
        Q(member=True) | Q(due=True)
    )
