"""Membership in the sections' groups, as the running appointments have it."""

from datetime import date

from congress.organisations.models import User
from home.rules import editor_groups


def keep_membership(user: User, *, on: date) -> None:
    """Puts the person into the groups of their running posts and out of all others: one query,
    and nothing written, where they are right already. The appointments stand in the trail; what
    follows from them does not."""
    groups = list(editor_groups(user, on))
    missing = [group for group in groups if group.due and not group.member]
    extra = [group for group in groups if group.member and not group.due]
    if missing:
        user.groups.add(*missing)
    if extra:
        user.groups.remove(*extra)
