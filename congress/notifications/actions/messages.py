"""Messages: told with an act, read by their person.

They have no entries of their own in the trail: the act that tells has one, and what somebody has
read is nobody else's.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import models, transaction

from congress.audit.actors import Actor
from congress.notifications.actions.posting import post
from congress.notifications.addressees import Addressee
from congress.notifications.models import Message
from congress.notifications.rules import may_read, messages_visible_to
from congress.organisations.rules import require


@transaction.atomic(savepoint=False)
def notify(
    users: Iterable[Addressee],
    *,
    title: str,
    text: str,
    path: str | Mapping[int, str],
    record: models.Model,
    news: bool = False,
    by: Actor,
    at: datetime,
) -> int:
    """One message for each person, in one insert; returns how many.

    `path` is one for all, or one for each by the person's key, as with personal links. What is too
    long is cut. It is called within an act, whose rule has been asked. What goes out by a channel
    is committed with the act; nothing goes out where `at` is an earlier day. `news` asks for
    nothing: its person alone puts it aside.
    """
    people = dict.fromkeys(user.pk for user in users)
    paths = {pk: path if isinstance(path, str) else path[pk] for pk in people}
    meta = record._meta
    title, text = shortened(title, 200), shortened(text, 500)
    told = Message.objects.bulk_create(
        Message(
            user_id=pk,
            title=title,
            text=text,
            path=paths[pk],
            sender=by.organisation_name,
            room=meta.app_label,
            kind=str(meta.model_name),
            object_id=record.pk,
            news=news,
            sent_at=at,
        )
        for pk in people
    )
    post(told, at=at)
    return len(told)


def settle(*records: models.Model, at: datetime) -> int:
    """Marks as read, for everybody, what asked for an act on these records of one kind that is
    done by now. News stays until its person has read it."""
    if not records:
        return 0
    meta, keys = records[0]._meta, [record.pk for record in records]
    asked = Message.objects.unread().filter(news=False, sent_at__lte=at, object_id__in=keys)
    return asked.filter(room=meta.app_label, kind=str(meta.model_name)).update(read_at=at)


def shortened(text: str, limit: int) -> str:
    text = text.strip()
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def read_message(message: Message, *, by: Actor, at: datetime) -> Message:
    """Marks it as read; one that was read before keeps its moment."""
    require(may_read(by, message))
    Message.objects.unread().filter(pk=message.pk).update(read_at=max(at, message.sent_at))
    return message


def read_all(*, newest: int, by: Actor, at: datetime) -> int:
    """Marks as read what the person had before the eyes: their messages up to the key `newest`."""
    seen = messages_visible_to([by]).unread().filter(pk__lte=newest, sent_at__lte=at)
    return seen.update(read_at=at)
