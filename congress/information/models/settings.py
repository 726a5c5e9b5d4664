"""How a township handles its information items."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from congress.organisations.models import Organisation


class InformationSettings(models.Model):
    """A township without a row lets its secretary submit without a signature."""

    organisation = models.OneToOneField(
        Organisation, on_delete=models.PROTECT, related_name="information_settings"
    )
    chair_signs_off = models.BooleanField(
        _("the chair signs off every item before it is submitted"), default=False
    )

    def __str__(self) -> str:
        return str(self.organisation)
