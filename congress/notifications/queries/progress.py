"""How far the messages of a record have gone out by e-mail, SMS and the like."""

from dataclasses import dataclass

from django.db import models
from django.db.models import Count, Q

from congress.notifications.models import Delivery
from congress.notifications.models.deliveries import DeliveryQuerySet


@dataclass(frozen=True)
class Progress:
    """Each message counts once for a channel: sent; waiting, also while it is being sent; to be
    tried again after a pause; given up."""

    sent: int
    waiting: int
    again: int
    given_up: int

    @property
    def total(self) -> int:
        return self.sent + self.waiting + self.again + self.given_up

    @property
    def missing(self) -> int:
        return self.again + self.given_up


def progress_of(record: models.Model) -> Progress:
    ended = Q(ended_at__isnull=False)
    rows = Delivery.objects.of_record(record)
    counts = rows.aggregate(
        sent=Count("pk", filter=ended & Q(fault="")),
        waiting=Count("pk", filter=Q(ended_at=None, attempt=1)),
        again=Count("pk", filter=Q(ended_at=None, attempt__gt=1)),
        given_up=Count("pk", filter=Q(given_up=True)),
    )
    return Progress(**counts)


def given_up_of(record: models.Model) -> DeliveryQuerySet:
    """Whom it did not reach, by name."""
    rows = Delivery.objects.of_record(record).filter(given_up=True)
    return rows.select_related("message__user").order_by("message__user__name", "pk")
