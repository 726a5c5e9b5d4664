"""What goes out by text: weekday, place and what to bring stand in the message itself."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.notices.models import Notice, Recipient
from congress.organisations.names import congress_name
from congress.web.templatetags.web import day, weekday

MORNING, NOON, AFTERNOON, EVENING = 6, 12, 13, 18


def hour_of(at: datetime) -> str:
    """上午9:00, 下午2:30: as it is said on the telephone."""
    local = timezone.localtime(at)
    part = "上午"
    if local.hour < MORNING:
        part = "凌晨"
    elif local.hour >= EVENING:
        part = "晚上"
    elif local.hour >= AFTERNOON:
        part = "下午"
    elif local.hour >= NOON:
        part = "中午"
    hour = local.hour - 12 if local.hour >= AFTERNOON else local.hour
    return f"{part}{hour}:{local.minute:02}"


def when(at: datetime) -> str:
    """11月26日（星期四）上午9:00."""
    local = timezone.localtime(at)
    return f"{day(local.date())}（{weekday(local.date())}）{hour_of(at)}"


def address_of(row: Recipient) -> str:
    """How the person is spoken to."""
    title = pgettext("address", "Deputy") if row.as_deputy else pgettext("address", "Comrade")
    return f"{row.user.name}{title}"


def gist_of(notice: Notice) -> str:
    """The notice in one or two sentences; a cancelled or moved meeting says so first."""
    if notice.state == "cancelled" and notice.meeting_at:
        return _("The meeting “%(title)s” of %(when)s is cancelled.") % {
            "title": notice.title,
            "when": when(notice.meeting_at),
        }
    if notice.state == "cancelled":
        return _("The notice “%(title)s” no longer applies.") % {"title": notice.title}
    if notice.meeting_at is None or not notice.is_meeting:
        return _("Please read the notice “%(title)s”.") % {"title": notice.title}
    words = _("%(title)s: %(when)s, %(place)s.")
    if notice.sequence:
        words = _("Moved: %(title)s is now on %(when)s, %(place)s. Please answer again.")
    text = words % {
        "title": notice.title,
        "when": when(notice.meeting_at),
        "place": notice.place,
    }
    if notice.bring:
        text += _("Please bring: %(bring)s.") % {"bring": notice.bring}
    return text


def message_to(row: Recipient, notice: Notice, url: str) -> str:
    """The text for one person, with the link that is theirs alone."""
    greeting = _("[%(office)s] %(person)s, good day.") % {
        "office": congress_name(notice.organisation),
        "person": address_of(row),
    }
    return greeting + gist_of(notice) + _request(notice, url) + _contact(notice)


def group_message(notice: Notice, url: str) -> str:
    """The text for the group chat; it names nobody."""
    greeting = _("[%(office)s] Dear deputies, good day.") % {
        "office": congress_name(notice.organisation)
    }
    asked = _("Please open %(url)s, enter your name and the last four digits of your number.")
    return greeting + gist_of(notice) + asked % {"url": url} + _contact(notice)


def _request(notice: Notice, url: str) -> str:
    if notice.state == "cancelled":
        return ""
    if notice.is_meeting:
        return _("Please open %(url)s and press once to say whether you come.") % {"url": url}
    return _("Please open %(url)s and press once to say that you have read it.") % {"url": url}


def _contact(notice: Notice) -> str:
    if not notice.contact_name and not notice.contact_phone:
        return ""
    contact = f"{notice.contact_name} {notice.contact_phone}".strip()
    return pgettext("contact", "Questions: %(contact)s") % {"contact": contact}
