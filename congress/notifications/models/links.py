"""Links that let one person do one act on one record without logging in."""

from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from congress.organisations.models import Organisation, User
from congress.organisations.names import congress_name


class PersonalLinkQuerySet(models.QuerySet["PersonalLink"]):
    def standing(self) -> Self:
        """Not revoked, whether past or not."""
        return self.filter(revoked_at=None)

    def open_at(self, at: datetime) -> Self:
        return self.standing().filter(issued_at__lte=at, until__gt=at)

    def for_record(self, record: models.Model, act: str) -> Self:
        meta = record._meta
        return self.filter(act=act, room=meta.app_label, kind=meta.model_name, object_id=record.pk)


class PersonalLink(models.Model):
    """Good for `issued_at` ≤ moment < `until`, unless revoked. `act` is a code that the owning
    room has registered; the record is named by room, kind and primary key."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="personal_links")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="personal_links"
    )
    act = models.CharField(max_length=30)
    room = models.CharField(max_length=40)
    kind = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    token = models.CharField(max_length=40, unique=True)
    until = models.DateTimeField()
    issued_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    objects = PersonalLinkQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["room", "kind", "object_id", "act"], name="link_record")
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user", "act", "room", "kind", "object_id"],
                condition=Q(revoked_at=None),
                name="link_once",
            ),
            models.CheckConstraint(condition=~Q(token=""), name="link_token_not_empty"),
            models.CheckConstraint(condition=Q(until__gt=F("issued_at")), name="link_order"),
            models.CheckConstraint(
                condition=Q(revoked_at=None) | Q(revoked_at__gte=F("issued_at")),
                name="link_revoked_later",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.act} {self.object_id}"

    @property
    def path(self) -> str:
        return reverse("notifications:link", args=[self.token])

    @property
    def office(self) -> str:
        """Whose link it is, as the head of its page says: 石桥镇人大."""
        return congress_name(self.organisation)
