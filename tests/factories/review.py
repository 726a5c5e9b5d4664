"""Pages brought through the three reviews, by people who hold the posts."""

from datetime import datetime

from django.utils import timezone

from congress.audit.actors import Actor
from congress.organisations.models import Appointment, Organisation, User
from congress.organisations.rules import actors_of
from home.actions import approve_page, submit_page
from home.models import ReviewedPage
from home.review.steps import CHECKLIST, COUNTY_REVIEWERS, TOWNSHIP_REVIEWERS, Step
from tests.factories.organisations import LONG_AGO


def holder(organisation: Organisation, role: str, name: str) -> Actor:
    """The person of that name with that post, made at the first call."""
    user = User.objects.filter(name=name).first() or User.objects.create(name=name)
    Appointment.objects.get_or_create(
        user=user, organisation=organisation, role=role, defaults={"starts_on": LONG_AGO}
    )
    return next(a for a in actors_of(user, timezone.localdate()) if a.role == role)


def reviewer(organisation: Organisation, step: str) -> Actor:
    """One person for each step, by the usual roles."""
    rows = COUNTY_REVIEWERS if organisation.parent_id is None else TOWNSHIP_REVIEWERS
    role = next(row.role for row in rows if row.step == step)
    return holder(organisation, role, f"{organisation.name}{Step(step).value}")


def submitted(page: ReviewedPage, at: datetime | None = None) -> ReviewedPage:
    by = reviewer(page.section, "first")
    submit_page(page, by=by, at=at or timezone.now())
    return type(page).objects.get(pk=page.pk)


def approved(page: ReviewedPage, *steps: str, at: datetime | None = None) -> ReviewedPage:
    for step in steps:
        by = reviewer(page.section, step)
        approve_page(page, step=step, checked=CHECKLIST, by=by, at=at or timezone.now())
    return type(page).objects.get(pk=page.pk)


def published(page: ReviewedPage, at: datetime | None = None) -> ReviewedPage:
    return approved(submitted(page, at), *Step, at=at)
