"""The lock on a page in review, in words."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.locks import WorkflowLock


class ReviewLock(WorkflowLock):
    def get_message(self, user: Any) -> str:
        state = self.object.current_workflow_task_state
        text = _("The page waits for: %(step)s. Until then the text stands still.") % {
            "step": state.get_step_display()
        }
        url = reverse("home:review", args=[self.object.pk])
        return format_html('{} <a href="{}">{}</a>', text, url, pgettext("link", "Open the review"))

    def get_locked_by(self, user: Any, can_lock: bool = False) -> str:
        return pgettext("review", "In review")

    def get_description(self, user: Any, can_lock: bool = False) -> str:
        return _("The text stands still while it is in review.")
