"""Word of an act to those whom it concerns."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import partial

from django.db.models import Model
from django.urls import reverse

from congress.audit.actors import Actor
from congress.notifications.actions import issue_links, notify
from congress.notifications.queries.links import paths_of
from congress.organisations.models import User
from congress.suggestions.models import Suggestion
from congress.suggestions.models.signatories import RATE_ACT

# How long a personal link to rate is good.
LASTS = timedelta(days=90)


def tell(
    users: Iterable[User],
    suggestion: Suggestion,
    title: str,
    text: str = "",
    *,
    about: Model | None = None,
    news: bool = False,
    by: Actor,
    at: datetime,
) -> None:
    """Leads to the record's page. Whoever acts is not told of the own act. `about` is what is asked
    for, where the answer to it, and not the next step of the record, puts the message aside; `news`
    asks for nothing."""
    others = [user for user in users if user.pk != by.user_id]
    path = reverse("suggestions:detail", args=[suggestion.pk])
    words = text or suggestion.title
    record = about or suggestion
    notify(others, title=title, text=words, path=path, record=record, news=news, by=by, at=at)


inform = partial(tell, news=True)


def ask_to_rate(
    users: Iterable[User], suggestion: Suggestion, title: str, *, by: Actor, at: datetime
) -> None:
    """Every signatory has a link of their own, with or without an account."""
    users = list(users)
    if not users:
        return
    links = issue_links(
        users,
        act=RATE_ACT,
        record=suggestion,
        organisation=suggestion.congress,
        until=at + LASTS,
        by=Actor.system("suggestions", suggestion.congress_id, suggestion.congress.name),
        at=at,
    )
    paths = paths_of(links)
    text = suggestion.title
    notify(users, title=title, text=text, path=paths, record=suggestion, by=by, at=at)
