"""What a notice says: the same fields on the desk, in the version that was signed, and on the page
of the editor."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Asked(models.TextChoices):
    """What the people are asked for."""

    READ = "read", pgettext_lazy("asked", "read it")
    CONFIRM = "confirm", pgettext_lazy("asked", "confirm that it was read")
    ATTEND = "attend", pgettext_lazy("asked", "come to a meeting")


class Asking(models.Model):
    """What is asked for. `meeting_at`, `place` and `bring` belong to a meeting; `contact_name` and
    `contact_phone` stand at the foot of every message, for those who would rather telephone."""

    asked = models.CharField(
        pgettext_lazy("notice", "asked for"),
        max_length=10,
        choices=Asked.choices,
        default=Asked.ATTEND,
    )
    meeting_at = models.DateTimeField(_("time of the meeting"), null=True, blank=True)
    place = models.CharField(_("place of the meeting"), max_length=80, blank=True)
    bring = models.CharField(_("what to bring"), max_length=120, blank=True)
    contact_name = models.CharField(_("whom to ask"), max_length=50, blank=True)
    contact_phone = models.CharField(_("telephone of whom to ask"), max_length=40, blank=True)

    ASKING_FIELDS: ClassVar = (
        "asked",
        "meeting_at",
        "place",
        "bring",
        "contact_name",
        "contact_phone",
    )

    class Meta:
        abstract = True

    @property
    def is_meeting(self) -> bool:
        return self.asked == Asked.ATTEND


class NoticeText(Asking):
    title = models.CharField(pgettext_lazy("notice", "title"), max_length=80)
    body = models.TextField(pgettext_lazy("notice", "text"), max_length=10_000, blank=True)

    TEXT_FIELDS: ClassVar = ("title", "body", *Asking.ASKING_FIELDS)

    class Meta:
        abstract = True
