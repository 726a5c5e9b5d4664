"""The meeting for the calendar of a phone."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.generic import View

from congress.notices.calendars import calendar_of
from congress.notices.models import Notice
from congress.notices.views.base import NoticeMixin


class CalendarView(NoticeMixin, View):
    """Of a notice that was sent and is about a meeting."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.notice.was_sent or self.notice.meeting_at is None:
            raise Http404
        return calendar_response(self.notice)


def calendar_response(notice: Notice) -> HttpResponse:
    body = calendar_of(notice, at=timezone.now())
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="notice-{notice.pk}.ics"'
    return response
