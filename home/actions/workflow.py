"""The three reviews in Wagtail's tables: one workflow of three tasks for every county."""

from django.utils.translation import gettext as _
from wagtail.models import Page, Workflow, WorkflowPage, WorkflowTask

from home.models import ReviewTask
from home.review.steps import Step


def review_pages_below(home: Page) -> None:
    """Puts the workflow on the home page, from which all its pages have it."""
    WorkflowPage.objects.update_or_create(page=home, defaults={"workflow": _workflow()})


def _workflow() -> Workflow:
    """The one that holds our tasks, made where it is missing and never made twice."""
    found = Workflow.objects.filter(workflow_tasks__task__reviewtask__isnull=False).first()
    workflow = found or Workflow.objects.create(name=_("The three reviews"))
    for number, step in enumerate(Step):
        task = ReviewTask.objects.filter(step=step).first()
        task = task or ReviewTask.objects.create(step=step, name=str(step.label))
        WorkflowTask.objects.get_or_create(
            workflow=workflow, task=task, defaults={"sort_order": number}
        )
    return workflow
