"""Who is told what happens in a review: the reviewers of the next step, then the writers.

Receivers, because an act may come from Wagtail's windows as well as from the workspace.
"""

from collections.abc import Iterable
from typing import Any

from django.dispatch import receiver
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.models import WorkflowState
from wagtail.signals import task_rejected, task_submitted, workflow_approved

from congress.notifications.actions import notify, settle
from congress.organisations.models import User
from home.mirror import act_now
from home.models import ReviewTaskState
from home.review.desks import desks_of


@receiver(task_submitted, sender=ReviewTaskState)
def tell_reviewers(instance: ReviewTaskState, user: Any = None, **_kwargs: Any) -> None:
    """Those who may take the step that waits now."""
    title = pgettext("day line", "%(step)s: %(title)s") % {
        "step": instance.get_step_display(),
        "title": instance.page.draft_title,
    }
    text = _("A page of %(section)s waits for your review before it is published.")
    text %= {"section": instance.section.name}
    desk = desks_of([instance], timezone.localdate())[instance.pk]
    _tell(desk.free or desk.reviewers, instance, title, text, user)


@receiver(task_rejected, sender=ReviewTaskState)
def tell_of_sending_back(instance: ReviewTaskState, user: Any = None, **_kwargs: Any) -> None:
    title = pgettext("day line", "Sent back: %(title)s") % {"title": instance.page.draft_title}
    _tell_writers(instance, title, instance.comment, user)


@receiver(workflow_approved, sender=WorkflowState)
def tell_of_approval(instance: WorkflowState, user: Any = None, **_kwargs: Any) -> None:
    step = ReviewTaskState.objects.filter(pk=instance.current_task_state_id).first()
    if step is not None:
        title = pgettext("message", "Approved: %(title)s") % {"title": step.page.draft_title}
        _tell_writers(step, title, _("All three steps have approved the page."), user, news=True)


def _tell_writers(
    step: ReviewTaskState, title: str, text: str, user: Any, news: bool = False
) -> None:
    """Whoever saved this text or handed it in."""
    writers = {step.revision.user_id, step.workflow_state.requested_by_id}
    _tell(writers, step, title, text, user, news)


def _tell(
    people: Iterable[int | None],
    step: ReviewTaskState,
    title: str,
    text: str,
    user: Any,
    news: bool = False,
) -> None:
    """Whoever does the act knows it already; what asked for it before is settled."""
    act, page = act_now(user, step.section), step.page.specific_deferred
    settle(page, at=act.at)
    others = User.objects.filter(pk__in=[pk for pk in people if pk]).exclude(pk=act.by.user_id or 0)
    path = reverse("home:review", args=[step.page_id])
    more: dict[str, Any] = {"news": news, "by": act.by, "at": act.at}
    notify(others, title=title, text=text, path=path, record=page, **more)
