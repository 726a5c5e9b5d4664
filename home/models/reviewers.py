"""Who reviews in a section: rows that the county's administrator sets."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.organisations.models import User
from congress.organisations.roles import COUNTY_STAFF, ROLES, TOWNSHIP_STAFF
from home.models.sections import Section
from home.review.steps import Step

ROLE_CHOICES = [(role, ROLES[role].label) for role in (*TOWNSHIP_STAFF, *COUNTY_STAFF)]


class Reviewer(models.Model):
    """A role, or a person by name, that may take a step in a section; a step may have several.

    A role counts while a post with it runs in the section's organisation, a person while a staff
    post of theirs runs there or in its county.
    """

    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="reviewers")
    step = models.CharField(pgettext_lazy("review", "step"), max_length=10, choices=Step.choices)
    role = models.CharField(
        pgettext_lazy("noun", "role"), max_length=30, choices=ROLE_CHOICES, blank=True
    )
    person = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=pgettext_lazy("noun", "person"),
    )

    class Meta:
        ordering: ClassVar = ["section", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=(Q(role="") & Q(person__isnull=False))
                | (~Q(role="") & Q(person__isnull=True)),
                name="reviewer_role_or_person",
                violation_error_message=_("A reviewer is either a role or a person."),
            ),
            models.CheckConstraint(condition=Q(step__in=Step.values), name="reviewer_step"),
            models.UniqueConstraint(
                fields=["section", "step", "role"],
                condition=~Q(role=""),
                name="reviewer_role_once",
            ),
            models.UniqueConstraint(
                fields=["section", "step", "person"],
                condition=Q(person__isnull=False),
                name="reviewer_person_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.person) if self.person_id else str(self.get_role_display())
