"""Membership in the sections' groups, as the running appointments have it."""

from datetime import date

from congress.organisations.models import User
from home.rules import editor_groups


def keep_membership(user: User, *, on: date) -> None:
    """Puts the person into the groups of their running posts and out of all others: one query,
    and nothing written, where they are right already. The appointments stand in the trail; what
    follows from them does not."""
    rows = list(editor_groups(user, on).values_list("pk", "member", "due"))
    missing = [pk for pk, member, due in rows if due and not member]
    extra = [pk for pk, member, due in rows if member and not due]
    if missing:
        user.groups.add(*missing)
    if extra:
        user.groups.remove(*extra)
