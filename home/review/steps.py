"""The steps of the review, what each reviewer checks, and who reviews where nobody chose yet."""

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from congress.organisations.roles import CHAIR, COUNTY_EDITOR, COUNTY_SUPERVISOR, SECRETARY


class Step(models.TextChoices):
    FIRST = "first", pgettext_lazy("review", "First review")
    SECOND = "second", pgettext_lazy("review", "Second review")
    THIRD = "third", pgettext_lazy("review", "Final review")


# What each reviewer ticks; the codes are kept with the approval.
CHECKLIST: dict[str, Promise] = {
    "names": pgettext_lazy("checklist", "Names of people and places are right."),
    "titles": pgettext_lazy("checklist", "Posts, titles and their order are right."),
    "dates": pgettext_lazy("checklist", "Dates and weekdays are right."),
    "numbers": pgettext_lazy("checklist", "Figures are right and agree with each other."),
    "secrecy": pgettext_lazy("checklist", "Nothing in it is secret or for internal use only."),
    "privacy": pgettext_lazy("checklist", "No personal data that should not be public."),
}


@dataclass(frozen=True)
class Default:
    step: Step
    role: str


TOWNSHIP_REVIEWERS = (
    Default(Step.FIRST, SECRETARY),
    Default(Step.SECOND, CHAIR),
    Default(Step.THIRD, CHAIR),
)
COUNTY_REVIEWERS = (
    Default(Step.FIRST, COUNTY_EDITOR),
    Default(Step.SECOND, COUNTY_EDITOR),
    Default(Step.THIRD, COUNTY_SUPERVISOR),
)
