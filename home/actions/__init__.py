"""Every write to the site that Wagtail's own editor does not make."""

from home.actions.membership import keep_membership
from home.actions.opening import open_county
from home.actions.press import NoSection, press_item
from home.actions.reviewers import Choice, set_reviewers
from home.actions.reviewing import approve_page, recall_page, send_back_page, submit_page

__all__ = [
    "Choice",
    "NoSection",
    "approve_page",
    "keep_membership",
    "open_county",
    "press_item",
    "recall_page",
    "send_back_page",
    "set_reviewers",
    "submit_page",
]
