"""The reviewers of each section as the administrator sees them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from congress.organisations.models import User
from home.models import Reviewer, Section
from home.review.desks import reviewers_of
from home.review.steps import Step


@dataclass(frozen=True)
class Chosen:
    """One step: what is set, and who that is today."""

    label: str
    rows: tuple[str, ...]
    people: tuple[str, ...]


@dataclass(frozen=True)
class SectionRow:
    section: Section
    steps: tuple[Chosen, ...]


def desks_by_section(sections: Iterable[Section], on: date) -> list[SectionRow]:
    kept = list(sections)
    organisations = {section.organisation_id for section in kept}
    able = reviewers_of(organisations, on)
    ids = {pk for people in able.values() for pk in people}
    names = dict(User.objects.filter(pk__in=ids).values_list("pk", "name"))
    rows: dict[tuple[int, str], list[str]] = {}
    for row in Reviewer.objects.filter(section__in=kept).select_related("person"):
        rows.setdefault((row.section_id, row.step), []).append(str(row))
    return [
        SectionRow(
            section,
            tuple(
                Chosen(
                    str(step.label),
                    tuple(rows.get((section.pk, step.value), ())),
                    tuple(sorted(names[pk] for pk in able[section.organisation_id, step.value])),
                )
                for step in Step
            ),
        )
        for section in kept
    ]
