"""What a person has learned of the study pages."""

from typing import ClassVar

from django.db import models
from wagtail.models import Revision

from congress.organisations.models import User
from home.models.study import StudyPage


class LearnedMark(models.Model):
    """One for a person and a page. `revision` is the text that was read; `title` stays when the
    page is gone."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="learned")
    page = models.ForeignKey(
        StudyPage, on_delete=models.SET_NULL, null=True, related_name="learned"
    )
    title = models.CharField(max_length=255)
    revision = models.ForeignKey(Revision, on_delete=models.SET_NULL, null=True, related_name="+")
    learned_at = models.DateTimeField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["user", "-learned_at"], name="learned_newest")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "page"], name="learned_once")
        ]

    def __str__(self) -> str:
        return self.title
