"""A notice's page: of its office with the ledger, of a person invited with the press."""

from functools import cached_property
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import pgettext
from django.views.generic import TemplateView

from congress.audit.queries import timeline
from congress.notices import actions
from congress.notices.models import NoticeFile, Recipient
from congress.notices.models.ledger import Answer, RecipientQuerySet
from congress.notices.queries.audience import Audience, invited
from congress.notices.queries.ledger import finding, ledger, totals
from congress.notices.queries.notices import own_rows
from congress.notices.rules import (
    READERS,
    files_visible_to,
    is_own,
    keeps,
    may_decide_leave,
    may_reply,
    may_send,
)
from congress.notices.states import NOTICE
from congress.notices.views.base import NoticeMixin
from congress.notices.views.buttons import buttons_for
from congress.notices.views.replying import Door, reply_page
from congress.notifications.queries.progress import progress_of
from congress.organisations.access import PrivateFileView
from congress.organisations.roles import DEPUTY

PAGE = 100
# What the ledger shows already, one entry for each person.
IN_THE_LEDGER = (
    "answer",
    "answer_on_behalf",
    "check_in",
    "confirm",
    "download",
    "granted",
    "numbers",
    "phone_call",
    "refused",
    "text_sent",
    "undo_check_in",
    "undo_phone_call",
)
PARTS = ("all", "rest", "attend", "leave", "told")


class NoticeDetailView(NoticeMixin, TemplateView):
    template_name = "congress/notices/detail.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not any(is_own(actor, self.notice) for actor in self.actors):
            return ReplyView.as_view()(request, **self.kwargs)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        notice = self.notice
        more = self.sent() if notice.was_sent else self.unsent()
        return super().get_context_data(
            state=NOTICE.state(notice.state),
            buttons=buttons_for(self.actors, notice),
            keeps=any(keeps(actor, notice) for actor in self.actors),
            may_send=any(may_send(actor, notice) for actor in self.actors),
            files=notice.files.all(),
            versions=notice.versions.all(),
            timeline=list(timeline(notice).exclude(act__in=IN_THE_LEDGER)),
            own_row=own_rows(notice, self.actors).first() if notice.was_sent else None,
            **more,
            **kwargs,
        )

    def unsent(self) -> dict[str, Any]:
        people = invited(self.notice.organisation, Audience.of(self.notice), self.today)
        return {"people": people}

    def sent(self) -> dict[str, Any]:
        found = totals(self.notice)
        part = self.request.GET.get("show", "all")
        rows = part_of(ledger(self.notice), part)
        page = Paginator(rows, PAGE).get_page(self.request.GET.get("page"))
        return {
            "totals": found,
            "finding": finding(self.notice, found),
            "page_obj": page,
            "pills": self.pills(part),
            "requests": self.requests(),
            "progress": progress_of(self.notice),
        }

    def requests(self) -> list[Recipient]:
        """Who asks for leave, for whoever may grant it."""
        if self.notice.state != "sent" or not any(
            may_decide_leave(actor, self.notice) for actor in self.actors
        ):
            return []
        return list(ledger(self.notice).filter(answer=Answer.LEAVE, decision=""))

    def pills(self, current: str) -> list[dict[str, Any]]:
        words = {
            "all": pgettext("pill", "All"),
            "rest": pgettext("pill", "Not seen yet"),
            "attend": pgettext("pill", "Coming"),
            "leave": pgettext("pill", "Leave"),
            "told": pgettext("pill", "Told by phone"),
        }
        shown = PARTS if self.notice.is_meeting else ("all", "rest", "told")
        return [
            {"label": words[part], "url": f"?show={part}", "current": part == current}
            for part in shown
        ]


def part_of(rows: RecipientQuerySet, part: str) -> RecipientQuerySet:
    if part == "rest":
        return rows.not_yet()
    if part in Answer.values:
        return rows.filter(answer=part)
    return rows.filter(told_at__isnull=False) if part == "told" else rows


class ReplyView(NoticeMixin, TemplateView):
    """One's own row of the ledger, logged in. The first opening is noted and counts for nothing."""

    @cached_property
    def row(self):
        row = get_object_or_404(own_rows(self.notice, self.actors))
        row.notice = self.notice
        return row

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.row.opened_at is None:
            actions.open_notice(self.row, by=self.actor, at=timezone.now())
        return self.page()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.page()

    @property
    def actor(self):
        mine = [actor for actor in self.actors if may_reply(actor, self.row)]
        return next((actor for actor in mine if actor.role == DEPUTY), mine[0])

    def page(self) -> HttpResponse:
        notice = self.notice
        files = [
            {"name": f.name, "size": f.size, "url": reverse("notices:file", args=[notice.pk, f.pk])}
            for f in notice.files.all()
        ]
        calendar = reverse("notices:calendar", args=[notice.pk])
        door = Door("workspace.html", files, calendar, {"by_link": False})
        return reply_page(self.request, self.row, by=self.actor, door=door)


class NoticeFileView(PrivateFileView):
    """An attachment, by the rule of its notice's page."""

    roles = READERS

    def get_file_owner(self) -> tuple[Any, NoticeFile]:
        files = files_visible_to(self.actors).select_related("notice")
        row = get_object_or_404(files, pk=self.kwargs["file"], notice_id=self.kwargs["pk"])
        if not row.file.storage.exists(str(row.file.name)):
            raise Http404
        return row.notice, row
