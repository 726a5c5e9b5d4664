"""Every write to the site that Wagtail's own editor does not make."""

from home.actions.membership import keep_membership
from home.actions.news import NewsClosed, NewsConflict, begin_news, save_news
from home.actions.news_files import add_document, add_picture
from home.actions.news_word import news_from_word
from home.actions.opening import open_county
from home.actions.press import NoSection, press_item
from home.actions.reading import read_document

__all__ = [
    "NewsClosed",
    "NewsConflict",
    "NoSection",
    "add_document",
    "add_picture",
    "begin_news",
    "keep_membership",
    "news_from_word",
    "open_county",
    "press_item",
    "read_document",
    "save_news",
]
