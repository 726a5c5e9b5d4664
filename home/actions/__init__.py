"""Every write to the site that Wagtail's own editor does not make."""

from home.actions.membership import keep_membership
from home.actions.opening import open_county
from home.actions.press import NoSection, press_item
from home.actions.reading import read_document

__all__ = ["NoSection", "keep_membership", "open_county", "press_item", "read_document"]
