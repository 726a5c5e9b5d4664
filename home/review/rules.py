"""Who sends a page to review, who takes a step, and who says who may."""

from collections.abc import Iterable
from datetime import date

from congress.audit.actors import Actor
from congress.organisations.models import Organisation
from congress.organisations.roles import COUNTY_ADMIN, COUNTY_STAFF, TOWNSHIP_STAFF
from home.models import ReviewTaskState, Section
from home.review.desks import desks_of, fits

REVIEWERS = (*TOWNSHIP_STAFF, *COUNTY_STAFF)


def may_submit(actor: Actor, section: Organisation) -> bool:
    """Send a page of the section to review and take it back: its own people, and the county's."""
    if actor.role in TOWNSHIP_STAFF:
        return actor.organisation_id == section.pk
    return actor.role in COUNTY_STAFF and actor.organisation_id in (section.pk, section.parent_id)


def sees_review(actors: Iterable[Actor], section: Organisation) -> bool:
    """Read the page's way through the reviews: whoever may send it."""
    return any(may_submit(actor, section) for actor in actors)


def may_review(actor: Actor, state: ReviewTaskState, on: date) -> bool:
    """Take the step: by the section's rows and the running posts; not the writer, nor one person
    two, unless there is nobody else."""
    if not fits(actor, state.section, state.step):
        return False
    return desks_of([state], on)[state.pk].may_take(actor.user_id)


def may_set_reviewers(actor: Actor, section: Section) -> bool:
    organisation = section.organisation
    county = organisation.parent_id or organisation.pk
    return actor.role == COUNTY_ADMIN and actor.organisation_id == county


def sections_visible_to(actors: Iterable[Actor]):
    """The sections whose reviewers the administrator sets: the county's and its townships'."""
    counties = [a.organisation_id for a in actors if a.role == COUNTY_ADMIN]
    own = Section.objects.filter(organisation__in=counties)
    return own | Section.objects.filter(organisation__parent__in=counties)
