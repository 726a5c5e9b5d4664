"""What happens to accounts."""

from datetime import datetime

from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.organisations.models import User


def log_password_change(user: User, *, at: datetime) -> None:
    """Enters a change that allauth has made into the trail, by the person alone."""
    record(
        user,
        "change_password",
        by=Actor(user.pk, user.name, "", "", None, ""),
        at=at,
        label=pgettext("act", "password changed"),
    )
