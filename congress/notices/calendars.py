"""The meeting as a calendar file: moved it replaces the entry, cancelled it removes it."""

from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from congress.notices.models import Notice
from congress.organisations.names import congress_name

# Offices announce when a meeting begins, not when it ends.
LASTS = timedelta(hours=2)


def calendar_of(notice: Notice, *, at: datetime) -> bytes:
    """One event. The UID never changes and SEQUENCE grows with every move, so that a calendar
    which holds an earlier file puts the new date in its place."""
    assert notice.meeting_at is not None
    cancelled = notice.state == "cancelled"
    calendar = Calendar()
    calendar.add("prodid", "-//congress//notices//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if cancelled else "PUBLISH")
    event = Event()
    event.add("uid", uid_of(notice))
    event.add("sequence", notice.sequence)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("dtstamp", at.astimezone(UTC))
    event.add("dtstart", notice.meeting_at.astimezone(UTC))
    event.add("duration", LASTS)
    event.add("summary", notice.title)
    event.add("location", notice.place)
    event.add(
        "description", "\n".join(filter(None, (congress_name(notice.organisation), notice.bring)))
    )
    calendar.add_component(event)
    return calendar.to_ical()


def uid_of(notice: Notice) -> str:
    return f"notice-{notice.pk}-{notice.created_at.astimezone(UTC):%Y%m%dT%H%M%S}@congress"
