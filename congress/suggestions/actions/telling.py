"""Word of an act to those whom it concerns."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse

from congress.audit.actors import Actor
from congress.notifications.actions import notify
from congress.organisations.models import User
from congress.suggestions.models import Suggestion


def tell(
    users: Iterable[User],
    suggestion: Suggestion,
    title: str,
    text: str = "",
    *,
    by: Actor,
    at: datetime,
) -> None:
    """Leads to the record's page. Whoever acts is not told of the own act."""
    others = [user for user in users if user.pk != by.user_id]
    path = reverse("suggestions:detail", args=[suggestion.pk])
    words = text or suggestion.title
    notify(others, title=title, text=words, path=path, record=suggestion, by=by, at=at)
