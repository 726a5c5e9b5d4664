"""Pages of the demo on their way through the three reviews, everything by the actions."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from congress.audit.actors import Actor
from congress.organisations.models import Appointment, User
from congress.organisations.rules import actors_of
from home.actions import approve_page, send_back_page, submit_page
from home.models import NewsPage
from home.review.desks import STAFF
from home.review.rules import may_review, may_submit
from home.review.steps import CHECKLIST, Step


class Reviews:
    """Takes each step by the first person of the section who may."""

    def __init__(self, today: date) -> None:
        self.today = today
        self._people: dict[int, list[Actor]] = {}

    def submit(self, page: NewsPage, at: datetime) -> None:
        by = next(a for a in self._writers(page) if may_submit(a, page.section))
        submit_page(page, by=by, at=at)

    def approve(self, page: NewsPage, step: Step, at: datetime) -> None:
        by = self._reviewer(page)
        approve_page(page, step=step, checked=CHECKLIST, by=by, at=at)

    def send_back(self, page: NewsPage, step: Step, comment: str, at: datetime) -> None:
        by = self._reviewer(page)
        send_back_page(page, step=step, comment=comment, by=by, at=at)

    def go(self, page: NewsPage, at: datetime, *, until: Step | None = None) -> None:
        """Submitted, and approved by every step before `until`."""
        self.submit(page, at)
        for hours, step in enumerate(Step, start=1):
            if step == until:
                return
            self.approve(page, step, at + timedelta(hours=hours))

    def publish(self, page: NewsPage, at: datetime) -> None:
        self.go(page, at)

    def _writers(self, page: NewsPage) -> tuple[Actor, ...]:
        return actors_of(page.owner, self.today)

    def _reviewer(self, page: NewsPage) -> Actor:
        state = page.current_workflow_task_state
        return next(a for a in self._staff(page) if may_review(a, state, self.today))

    def _staff(self, page: NewsPage) -> list[Actor]:
        section = page.section
        if section.pk not in self._people:
            near = Q(organisation=section) | Q(organisation=section.parent_id)
            posts = Appointment.objects.filter(near, role__in=STAFF).running(self.today)
            people = User.objects.filter(pk__in=posts.values("user")).order_by("pk")
            found = [actor for user in people for actor in actors_of(user, self.today)]
            self._people[section.pk] = found
        return self._people[section.pk]


def wait(page: NewsPage, reviews: Reviews, at: datetime, row: dict[str, Any]) -> None:
    page.save_revision(user=page.owner)
    reviews.go(page, at, until=Step(row["step"]))


def sent_back(page: NewsPage, reviews: Reviews, at: datetime, row: dict[str, Any]) -> None:
    wait(page, reviews, at, row)
    reviews.send_back(page, Step(row["step"]), row["comment"], at + timedelta(hours=3))


def scheduled(page: NewsPage, reviews: Reviews, at: datetime, row: dict[str, Any]) -> None:
    """Goes live some days from now."""
    page.go_live_at = timezone.now() + timedelta(days=row["days_ahead"])
    page.save_revision(user=page.owner)
    reviews.go(page, at)


def corrected(page: NewsPage, reviews: Reviews, at: datetime, row: dict[str, Any]) -> None:
    """Published, then changed with a note that readers see; `step` is where it still waits."""
    page.save_revision(user=page.owner)
    reviews.go(page, at)
    stored = NewsPage.objects.get(pk=page.pk)
    stored.title, stored.correction = row["right_title"], row["note"]
    stored.save_revision(user=page.owner)
    until = Step(row["step"]) if "step" in row else None
    reviews.go(stored, at + timedelta(days=1), until=until)


def expired(page: NewsPage, reviews: Reviews, at: datetime, row: dict[str, Any]) -> None:  # noqa: ARG001
    """Published until a day that has come."""
    page.expire_at = at + timedelta(days=1)
    page.save_revision(user=page.owner)
    reviews.go(page, at)
    stored = NewsPage.objects.get(pk=page.pk)
    stored.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


Course = Callable[[NewsPage, Reviews, datetime, dict[str, Any]], None]
COURSES: dict[str, Course] = {
    "wait": wait,
    "sent_back": sent_back,
    "scheduled": scheduled,
    "corrected": corrected,
    "expired": expired,
}
