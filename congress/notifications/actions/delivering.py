"""Sending what waits: claimed first, tried again with growing pauses, then given up."""

import time
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.notifications.channels import Channel, ChannelFailed, Letter, channels_on
from congress.notifications.models import Delivery
from congress.notifications.models.deliveries import DeliveryQuerySet
from congress.notifications.rules import may_try_again
from congress.organisations.rules import require

PAUSES = tuple(timedelta(minutes=minutes) for minutes in (5, 30, 120, 360, 1440))
# An attempt that began so long ago and has no end was interrupted with its process.
INTERRUPTED = timedelta(minutes=15)
# What could not be sent for so long, the channel being off, is of no use any more.
LASTING = timedelta(days=3)
A_RUN = 500
# What one press on a progress page sends: so many, or as many as fit into these seconds.
A_PRESS = 50
SECONDS = 10.0
# After as many faults in a row the other side is taken to be down until the next run.
IN_A_ROW = 3


@dataclass
class Delivered:
    sent: int = 0
    failed: int = 0
    given_up: int = 0


def deliver(*, at: datetime) -> Delivered:
    """Sends what waits, by every channel that is on. A process that is killed while it sends may
    send that one letter again; otherwise each is sent once, however many workers there are."""
    total = Delivered()
    for delivery in Delivery.objects.filter(began_at__lt=at - INTERRUPTED, ended_at=None):
        _end(delivery, _("interrupted while sending"), at, total)
    for channel in channels_on():
        _empty(channel, Delivery.objects.all(), at, total, A_RUN)
    return total


def deliver_some(record: models.Model, *, at: datetime) -> Delivered:
    """The next few of a record's messages, for somebody who waits: at most `A_PRESS`, and none is
    begun after `SECONDS`."""
    total, until = Delivered(), time.monotonic() + SECONDS
    for channel in channels_on():
        left = A_PRESS - total.sent - total.failed
        _empty(channel, Delivery.objects.of_record(record), at, total, left, until)
    return total


def _empty(
    channel: Channel,
    rows: DeliveryQuerySet,
    at: datetime,
    total: Delivered,
    limit: int,
    until: float | None = None,
) -> None:
    faults = 0
    people = (f"message__user__{name}" for name in channel.prefetch)
    waiting = rows.waiting(at).filter(channel=channel.code).select_related("message__user")
    for delivery in waiting.prefetch_related(*people).order_by("due_at", "pk")[:limit]:
        if until is not None and time.monotonic() >= until:
            break
        # The clock, not `at`: a long run must not look interrupted to another worker.
        claimed = Delivery.objects.filter(pk=delivery.pk, began_at=None)
        if not claimed.update(began_at=timezone.now()):
            continue
        fault = _("not sent in time") if _late(delivery, at) else _fault(channel, delivery)
        _end(delivery, fault, at, total)
        faults = faults + 1 if fault else 0
        if faults == IN_A_ROW:
            break


def _late(delivery: Delivery, at: datetime) -> bool:
    return delivery.message.sent_at < at - LASTING


def _fault(channel: Channel, delivery: Delivery) -> str:
    """Sends; what went wrong, "" where nothing did."""
    message = delivery.message
    to = channel.address_of(message.user)
    if not to:
        return _("no number or address any more")
    url = settings.BASE_URL.rstrip("/") + message.path
    try:
        channel.send(Letter(to, message.title, message.text, url))
    except ChannelFailed as failed:
        return str(failed)[:200] or type(failed).__name__
    return ""


@transaction.atomic
def _end(delivery: Delivery, fault: str, at: datetime, total: Delivered) -> None:
    number = delivery.attempt
    last = bool(fault) and (number > len(PAUSES) or _late(delivery, at))
    open_row = Delivery.objects.filter(pk=delivery.pk, ended_at=None)
    if not open_row.update(ended_at=timezone.now(), fault=fault, given_up=last):
        return
    if fault and not last:
        Delivery.objects.create(
            message=delivery.message,
            channel=delivery.channel,
            attempt=number + 1,
            due_at=at + PAUSES[number - 1],
        )
    total.sent += not fault
    total.failed += bool(fault)
    total.given_up += last


@transaction.atomic
def try_again(delivery: Delivery, *, by: Actor, at: datetime) -> Delivery | None:
    """A new attempt of one that was given up; None where somebody asked for it before. It cannot
    be taken back once it is sent."""
    require(may_try_again(by, delivery))
    taken = Delivery.objects.filter(pk=delivery.pk, given_up=True).update(given_up=False)
    if not taken:
        return None
    label = pgettext("act", "undelivered message sent again")
    record(delivery.message, "try_again", by=by, at=at, label=label)
    return Delivery.objects.create(
        message=delivery.message,
        channel=delivery.channel,
        attempt=delivery.attempt + 1,
        due_at=at,
    )
