"""Where a page stands in its reviews, for its screen and for the lists."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.models import TaskState, WorkflowState

from home.models import ReviewedPage, ReviewTaskState
from home.review.steps import Step
from home.review.taking import Same


@dataclass(frozen=True)
class Stage:
    """One of the three in the line of steps."""

    label: str
    state: str
    note: str


@dataclass(frozen=True)
class Decision:
    """What a reviewer decided, for the history."""

    at: datetime
    who: str
    text: str
    note: str


def state_of(page: ReviewedPage) -> tuple[str, str]:
    """The word and its tone: where the newest text of the page stands."""
    review = page.current_workflow_state
    if review is not None:
        if review.status == WorkflowState.STATUS_NEEDS_CHANGES:
            return pgettext("review state", "sent back"), "warning"
        state = page.current_workflow_task_state
        return pgettext("review state", "waits for: %(step)s") % {
            "step": state.get_step_display()
        }, "info"
    if page.approved_schedule:
        return pgettext("review state", "approved, waits for its date"), "info"
    if page.live and page.has_unpublished_changes:
        return pgettext("review state", "published, a correction is being written"), "neutral"
    if page.live:
        return pgettext("review state", "published"), "success"
    if page.expired:
        return pgettext("review state", "expired"), "neutral"
    return pgettext("review state", "draft"), "neutral"


def decisions_of(page: ReviewedPage) -> list[ReviewTaskState]:
    """Every step taken, oldest first."""
    taken = (TaskState.STATUS_APPROVED, TaskState.STATUS_REJECTED)
    rows = ReviewTaskState.objects.filter(page=page.pk, status__in=taken)
    return list(rows.order_by("finished_at", "pk"))


def history(rows: list[ReviewTaskState]) -> list[Decision]:
    return [Decision(row.finished_at, who(row), _decided(row), row.comment) for row in rows]


def stages_of(waiting: ReviewTaskState | None, rows: list[ReviewTaskState]) -> list[Stage]:
    """The line of the review that runs, or of the one that ended last."""
    review = waiting or (rows[-1] if rows else None)
    done = {
        row.step: row
        for row in rows
        if review
        and (row.workflow_state_id, row.revision_id)
        == (review.workflow_state_id, review.revision_id)
        and row.status == TaskState.STATUS_APPROVED
    }
    return [_stage(step, done.get(step.value), waiting) for step in Step]


def _stage(step: Step, row: ReviewTaskState | None, waiting: ReviewTaskState | None) -> Stage:
    if row is not None:
        return Stage(str(step.label), "done", who(row))
    current = waiting is not None and waiting.step == step.value
    return Stage(str(step.label), "current" if current else "next", "")


def who(row: ReviewTaskState) -> str:
    """李红（石桥镇主席）, with the exception where there was one."""
    person = f"{row.name}（{row.organisation_name}{row.role_label}）"
    if row.same == Same.WRITER:
        return f"{person}，{_('the same person as the writer')}"
    if row.same == Same.REVIEWER:
        return f"{person}，{_('the same person as for another step')}"
    return person


def _decided(row: ReviewTaskState) -> str:
    words = {"step": row.get_step_display()}
    if row.status == TaskState.STATUS_REJECTED:
        return pgettext("review", "%(step)s: sent back") % words
    return pgettext("review", "%(step)s: approved") % words
