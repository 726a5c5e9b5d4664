"""A county's and each township's part of the site: who edits it, and where its files lie."""

from typing import ClassVar

from django.contrib.auth.models import Group
from django.db import models
from wagtail.models import Collection

from congress.organisations.models import Organisation


class Section(models.Model):
    """Made by `open_site`. The members of `editors` follow from the running appointments."""

    organisation = models.OneToOneField(
        Organisation, on_delete=models.PROTECT, related_name="section"
    )
    editors = models.OneToOneField(Group, on_delete=models.PROTECT, related_name="section")
    collection = models.OneToOneField(Collection, on_delete=models.PROTECT, related_name="section")

    class Meta:
        ordering: ClassVar = ["organisation__position", "organisation_id"]

    def __str__(self) -> str:
        return self.organisation.name
