"""What goes out by e-mail, SMS and whatever else is configured."""

from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from congress.notifications.models.messages import Message


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def waiting(self, at: datetime) -> Self:
        return self.filter(began_at=None, due_at__lte=at)

    def of_record(self, record: models.Model) -> Self:
        meta = record._meta
        return self.filter(
            message__room=meta.app_label,
            message__kind=meta.model_name,
            message__object_id=record.pk,
        )


class Delivery(models.Model):
    """One attempt to deliver a message by one channel: waiting, begun, ended. An attempt that
    ended with a fault has a next one, or is the last and given up."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="deliveries")
    channel = models.CharField(max_length=20)
    attempt = models.PositiveSmallIntegerField(default=1)
    due_at = models.DateTimeField()
    began_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=200, blank=True)
    given_up = models.BooleanField(default=False)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(
                fields=["channel", "due_at"], condition=Q(began_at=None), name="delivery_waiting"
            ),
            models.Index(
                fields=["began_at"],
                condition=Q(began_at__isnull=False, ended_at=None),
                name="delivery_begun",
            ),
            models.Index(
                fields=["-ended_at", "-id"], condition=Q(given_up=True), name="delivery_given_up"
            ),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["message", "channel", "attempt"], name="delivery_attempt_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(began_at__isnull=False, ended_at__gte=F("began_at")),
                name="delivery_order",
            ),
            models.CheckConstraint(
                condition=Q(fault="") | Q(ended_at__isnull=False), name="delivery_fault_at_end"
            ),
            models.CheckConstraint(
                condition=Q(given_up=False) | ~Q(fault=""), name="delivery_given_up_for_a_fault"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.attempt}"
