"""The acts of the three reviews, the same from the workspace and from Wagtail's windows."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from wagtail.models import Page, TaskState, WorkflowState

from congress.audit.actors import Actor
from congress.organisations.models import User
from congress.organisations.rules import require
from home.mirror import in_the_name_of
from home.models import ReviewedPage, ReviewTaskState
from home.review import refusals
from home.review.refusals import NotReviewed
from home.review.rules import may_submit


def _locked(page: ReviewedPage) -> ReviewedPage:
    """The page as it is now; whoever decides at the same time waits."""
    return Page.objects.select_for_update(of=("self",)).get(pk=page.pk).specific


@transaction.atomic
def submit_page(page: ReviewedPage, *, by: Actor, at: datetime) -> WorkflowState:
    """Sends the newest text to the first review; after it was sent back, it begins there again.

    Raises `ValidationError` where something is missing, `NotReviewed` where there is nothing to
    send. A text that somebody has decided on already becomes a revision of its own.
    """
    page = _locked(page)
    require(may_submit(by, page.section))
    _require_sendable(page)
    user = User.objects.get(pk=by.user_id)
    with in_the_name_of(by, at):
        revision = page.latest_revision
        if revision is None or revision.task_states.exists():
            page.get_latest_revision_as_object().save_revision(user=user, changed=False)
            page = _locked(page)
        state = page.current_workflow_state
        if state is None:
            state = page.get_workflow().start(page, user)
        else:
            state.resume(user)
    _begin(page, at)
    return state


def _require_sendable(page: ReviewedPage) -> None:
    if page.workflow_in_progress:
        raise NotReviewed(refusals.WAITING)
    if page.approved_schedule:
        raise NotReviewed(refusals.SCHEDULED)
    if page.live and not page.has_unpublished_changes:
        raise NotReviewed(refusals.UNCHANGED)


@transaction.atomic
def recall_page(page: ReviewedPage, *, by: Actor, at: datetime) -> None:
    """Takes the page out of review to change it; it begins anew when it is sent again."""
    page = _locked(page)
    require(may_submit(by, page.section))
    if not page.workflow_in_progress:
        raise NotReviewed(refusals.LATE)
    with in_the_name_of(by, at):
        page.current_workflow_state.cancel(user=User.objects.get(pk=by.user_id))


@transaction.atomic
def approve_page(
    page: ReviewedPage,
    *,
    step: str,
    checked: Iterable[str],
    comment: str = "",
    by: Actor,
    at: datetime,
) -> ReviewTaskState:
    """Approves the step that waits; the last one publishes exactly this text, or sets its date.

    Raises `NotAllowed`, and `NotReviewed` where another step waits by now or the text was changed.
    """
    state = _waiting(page, step)
    user = User.objects.get(pk=by.user_id)
    with in_the_name_of(by, at):
        state.task.specific.on_action(
            state, user, "approve", checked=list(checked), comment=comment, by=by, at=at
        )
    _begin(page, at)
    return state


def _begin(page: ReviewedPage, at: datetime) -> None:
    """The step that waits now has waited since this moment; Wagtail knows only its clock."""
    waiting = ReviewTaskState.objects.filter(page=page.pk, status=TaskState.STATUS_IN_PROGRESS)
    waiting.update(started_at=at)


@transaction.atomic
def send_back_page(
    page: ReviewedPage, *, step: str, comment: str, by: Actor, at: datetime
) -> ReviewTaskState:
    """Back to the writer with what should be changed."""
    state = _waiting(page, step)
    user = User.objects.get(pk=by.user_id)
    with in_the_name_of(by, at):
        state.task.specific.on_action(state, user, "reject", comment=comment, by=by, at=at)
    return state


def _waiting(page: ReviewedPage, step: str) -> ReviewTaskState:
    state = _locked(page).current_workflow_task_state
    if not isinstance(state, ReviewTaskState) or state.step != step:
        raise NotReviewed(refusals.LATE)
    return state
