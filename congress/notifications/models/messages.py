"""The inbox."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from congress.organisations.models import User


class MessageQuerySet(models.QuerySet["Message"]):
    def unread(self) -> Self:
        return self.filter(read_at=None)


class Message(models.Model):
    """What one person is told about a record. `path` leads to it within this site; `sender` is
    the organisation that acted, empty where the portal itself reminds.
    `news` asks for no act."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="messages")
    title = models.CharField(max_length=200)
    text = models.CharField(max_length=500, blank=True)
    path = models.CharField(max_length=300)
    sender = models.CharField(max_length=100, blank=True)
    room = models.CharField(max_length=40)
    kind = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    news = models.BooleanField(default=False)
    sent_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-sent_at", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["user", "-sent_at", "-id"], name="message_inbox"),
            models.Index(fields=["user"], condition=Q(read_at=None), name="message_unread"),
            models.Index(fields=["room", "kind", "object_id"], name="message_record"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(title=""), name="message_title_not_empty"),
            # A path that begins with two slashes would lead to another host.
            models.CheckConstraint(
                condition=Q(path__startswith="/")
                & ~Q(path__startswith="//")
                & ~Q(path__startswith="/\\"),
                name="message_path_is_ours",
            ),
            models.CheckConstraint(
                condition=Q(read_at=None) | Q(read_at__gte=F("sent_at")),
                name="message_read_later",
            ),
        ]

    def __str__(self) -> str:
        return self.title
