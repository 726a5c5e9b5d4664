"""Which pages wait for a person, and a page's way through the reviews."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.models import TaskState, WorkflowState

from congress.audit.actors import Actor
from congress.overview.registry import Line, Waiting
from home.models import ReviewTaskState
from home.review.desks import STAFF, desks_of


def steps_in_reach(actors: Iterable[Actor]) -> QuerySet[ReviewTaskState]:
    """Steps that wait in the sections of the actors, and for the county's staff in its townships,
    the longest wait first."""
    places = [actor.organisation_id for actor in actors if actor.role in STAFF]
    near = Q(section__in=places) | Q(section__parent__in=places)
    waiting = ReviewTaskState.objects.filter(
        near,
        status=TaskState.STATUS_IN_PROGRESS,
        workflow_state__status=WorkflowState.STATUS_IN_PROGRESS,
    )
    return waiting.select_related("page", "section").order_by("started_at", "pk")


def waiting_for(actors: Iterable[Actor], at: datetime) -> list[ReviewTaskState]:
    """The steps that these people may take now, the longest wait first."""
    return _theirs(steps_in_reach(actors), actors, at)


def _theirs(
    steps: QuerySet[ReviewTaskState], actors: Iterable[Actor], at: datetime
) -> list[ReviewTaskState]:
    people = {actor.user_id for actor in actors if actor.user_id}
    desks = desks_of(steps, timezone.localdate(at))
    return [state for state in steps if any(desks[state.pk].may_take(pk) for pk in people)]


def pages_waiting(actors: Iterable[Actor]) -> int:
    """For the menu, today; it reads no more than the desks do."""
    steps = steps_in_reach(actors).select_related(None).select_related("page")
    judged = ("section", "step", "revision", "workflow_state", "page__owner", "page__live_revision")
    return len(_theirs(steps.only(*judged), actors, timezone.now()))


def sent_back_to(actors: Iterable[Actor]) -> QuerySet[ReviewTaskState]:
    """What was sent back to the people of the actors' own section and is not sent again."""
    places = [actor.organisation_id for actor in actors if actor.role in STAFF]
    back = ReviewTaskState.objects.filter(
        section__in=places,
        status=TaskState.STATUS_REJECTED,
        workflow_state__status=WorkflowState.STATUS_NEEDS_CHANGES,
        workflow_state__current_task_state=F("pk"),
    )
    return back.select_related("page", "section").order_by("finished_at", "pk")


def review_lines(actors: Iterable[Actor], at: datetime, limit: int) -> Waiting:
    """For Today: pages to review, and pages to mend."""
    waiting, back = waiting_for(actors, at), list(sent_back_to(actors))
    lines = [_review_line(state) for state in waiting[:limit]]
    lines += [_back_line(state) for state in back[:limit]]
    return Waiting(len(waiting) + len(back), lines)


def _review_line(state: ReviewTaskState) -> Line:
    return Line(
        state.started_at,
        pgettext("day line", "%(step)s: %(title)s")
        % {"step": state.get_step_display(), "title": state.page.draft_title},
        _("A page of %(section)s waits for your review before it is published.")
        % {"section": state.section.name},
        pgettext("button", "Review"),
        reverse("home:review", args=[state.page_id]),
    )


def _back_line(state: ReviewTaskState) -> Line:
    return Line(
        state.finished_at or state.started_at,
        pgettext("day line", "Sent back: %(title)s") % {"title": state.page.draft_title},
        state.comment,
        pgettext("button", "Mend it"),
        reverse("home:review", args=[state.page_id]),
    )
