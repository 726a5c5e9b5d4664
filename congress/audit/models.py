"""The one trail. Triggers on both databases refuse to change or remove a row."""

from typing import ClassVar

from django.db import models
from django.utils.translation import pgettext_lazy


class Entry(models.Model):
    """One act. The actor's fields are copies, so that the trail survives its users.

    A record is named by room, kind and primary key, and by its reference number where it has one.
    """

    at = models.DateTimeField(pgettext_lazy("trail", "time"))
    user_id = models.BigIntegerField(null=True)
    name = models.CharField(pgettext_lazy("trail", "person"), max_length=100)
    role = models.CharField(max_length=30)
    role_label = models.CharField(pgettext_lazy("trail", "role"), max_length=100)
    organisation_id = models.BigIntegerField(null=True)
    organisation_name = models.CharField(
        pgettext_lazy("trail", "organisation"), max_length=100, blank=True
    )
    act = models.CharField(max_length=60)
    act_label = models.CharField(pgettext_lazy("trail", "act"), max_length=100)
    room = models.CharField(max_length=40)
    kind = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    reference = models.CharField(
        pgettext_lazy("field", "reference number"), max_length=100, blank=True
    )
    from_state = models.CharField(max_length=40, blank=True)
    to_state = models.CharField(max_length=40, blank=True)
    note = models.TextField(pgettext_lazy("trail", "note"), blank=True)
    details = models.JSONField(default=dict)

    class Meta:
        verbose_name = pgettext_lazy("field", "trail entry")
        verbose_name_plural = pgettext_lazy("field", "trail entries")
        ordering: ClassVar = ["-at", "-pk"]
        indexes: ClassVar = [
            models.Index(fields=["room", "kind", "object_id", "at"], name="audit_entry_record"),
            models.Index(fields=["organisation_id", "-at"], name="audit_entry_organisation"),
            models.Index(fields=["-at", "-id"], name="audit_entry_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.name} {self.act}"
