"""How a township signs its notices."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from congress.organisations.models import Organisation


class NoticeSettings(models.Model):
    """Without a row every notice is the chair's to sign."""

    organisation = models.OneToOneField(
        Organisation, on_delete=models.PROTECT, related_name="notice_settings"
    )
    secretary_signs_routine = models.BooleanField(
        _("the secretary signs routine notices"), default=False
    )

    def __str__(self) -> str:
        return str(self.organisation)
