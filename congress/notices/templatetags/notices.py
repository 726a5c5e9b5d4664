"""What the pages of notices say about times and states."""

from datetime import datetime
from urllib.parse import quote

from django import template

from congress.flow.transitions import State
from congress.notices.models import Notice
from congress.notices.states import NOTICE
from congress.notices.wording import when

register = template.Library()


@register.simple_tag
def state_of_notice(notice: Notice) -> State:
    return NOTICE.state(notice.state)


@register.filter
def when_words(at: datetime | None) -> str:
    """11月26日（星期四）上午9:00."""
    return when(at) if at else ""


@register.filter
def sms_link(number: str, text: str) -> str:
    """Opens the phone's own messages with number and text filled in."""
    return f"sms:{number}?body={quote(text)}"
