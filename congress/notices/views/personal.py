"""A notice by personal link: the person reads it and presses once, without logging in."""

from typing import Any

from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.notices import actions
from congress.notices.models import Recipient
from congress.notices.rules import SENT
from congress.notices.views.calendar import calendar_response
from congress.notices.views.replying import Door, reply_page
from congress.notifications.models import PersonalLink
from congress.notifications.rules import actor_of_link


def notice_by_link(request: HttpRequest, link: PersonalLink) -> Any:
    """The person's row of the link's notice; also its files and its calendar entry."""
    rows = Recipient.objects.select_related("user", "notice__organisation__parent")
    row = get_object_or_404(rows, notice=link.object_id, user=link.user_id, notice__state__in=SENT)
    by = actor_of_link(link, timezone.now())
    if request.method != "POST":
        if "file" in request.GET:
            return _file(request, row, by)
        if "calendar" in request.GET and row.notice.meeting_at:
            return calendar_response(row.notice)
        if request.method == "GET" and row.opened_at is None:
            actions.open_notice(row, by=by, at=timezone.now())
    return reply_page(request, row, by=by, door=_door(link, row))


def _door(link: PersonalLink, row: Recipient) -> Door:
    files = [
        {"name": file.name, "size": file.size, "url": f"{link.path}?file={file.pk}"}
        for file in row.notice.files.all()
    ]
    extra = {"link": link, "by_link": True}
    return Door("link.html", files, f"{link.path}?calendar=1", extra)


def _file(request: HttpRequest, row: Recipient, by: Actor) -> FileResponse:
    """By the rule of the page, each download one entry in the trail."""
    asked = request.GET["file"]
    if not asked.isdigit():
        raise Http404
    file = get_object_or_404(row.notice.files, pk=asked)
    if not file.file.storage.exists(str(file.file.name)):
        raise Http404
    record(row.notice, "download", by=by, at=timezone.now(), note=file.name)
    response = FileResponse(file.file.open("rb"), as_attachment=True, filename=file.name)
    response["X-Content-Type-Options"] = "nosniff"
    return response
