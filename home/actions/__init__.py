"""Every write to the site that Wagtail's own editor does not make."""

from home.actions.learning import learn_page, unlearn_page
from home.actions.membership import keep_membership
from home.actions.news import NewsClosed, NewsConflict, begin_news, save_news
from home.actions.news_files import add_document, add_picture
from home.actions.news_word import news_from_word
from home.actions.notices import NotHandedOver, hand_over_notice
from home.actions.opening import open_county
from home.actions.press import NoSection, press_item
from home.actions.reading import read_document
from home.actions.reviewers import Choice, set_reviewers
from home.actions.reviewing import approve_page, recall_page, send_back_page, submit_page

__all__ = [
    "Choice",
    "NewsClosed",
    "NewsConflict",
    "NoSection",
    "NotHandedOver",
    "add_document",
    "add_picture",
    "approve_page",
    "begin_news",
    "hand_over_notice",
    "keep_membership",
    "learn_page",
    "news_from_word",
    "open_county",
    "press_item",
    "read_document",
    "recall_page",
    "save_news",
    "send_back_page",
    "set_reviewers",
    "submit_page",
    "unlearn_page",
]
