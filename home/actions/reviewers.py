"""Who reviews in a section."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.organisations.models import User
from congress.organisations.rules import require
from home.models import Reviewer, Section
from home.review.rules import may_set_reviewers
from home.review.steps import COUNTY_REVIEWERS, TOWNSHIP_REVIEWERS, Step


@dataclass(frozen=True)
class Choice:
    """Who may take a step: roles of the section, and people by name."""

    roles: tuple[str, ...] = ()
    people: tuple[User, ...] = ()


def fill_reviewers(section: Section) -> None:
    """The usual reviewers for each step of a section that has none; what was set stays."""
    county = section.organisation.parent_id is None
    for row in COUNTY_REVIEWERS if county else TOWNSHIP_REVIEWERS:
        if not section.reviewers.filter(step=row.step).exists():
            Reviewer.objects.create(section=section, step=row.step, role=row.role)


@transaction.atomic
def set_reviewers(
    section: Section, chosen: dict[str, Choice], *, by: Actor, at: datetime
) -> Section:
    """Replaces the reviewers of all three steps. Steps that wait are from now on for the new ones;
    what was approved stays approved. Raises `ValidationError` where a step has nobody."""
    section = Section.objects.select_for_update(of=("self",)).get(pk=section.pk)
    require(may_set_reviewers(by, section))
    for step in Step:
        if not (chosen[step].roles or chosen[step].people):
            raise ValidationError({step: _("Each step needs a role or a person.")})
    before = _told(section)
    section.reviewers.all().delete()
    for step in Step:
        rows = list(_rows(section, step, chosen[step]))
        for row in rows:
            row.full_clean()
        Reviewer.objects.bulk_create(rows)
    record(
        section,
        "set_reviewers",
        by=by,
        at=at,
        label=pgettext("act done", "reviewers set"),
        note=section.organisation.name,
        details={"before": before, "after": _told(section)},
    )
    return section


def _rows(section: Section, step: Step, choice: Choice) -> Iterable[Reviewer]:
    for role in choice.roles:
        yield Reviewer(section=section, step=step, role=role)
    for person in choice.people:
        yield Reviewer(section=section, step=step, person=person)


def _told(section: Section) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {step.value: [] for step in Step}
    for row in section.reviewers.select_related("person"):
        told[row.step].append(str(row))
    return told
