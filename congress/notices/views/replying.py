"""The page on which a person reads a notice and presses once, logged in or by personal link."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from congress.audit.actors import Actor
from congress.audit.queries import last_entry
from congress.flow.moves import NotNow
from congress.notices import actions
from congress.notices.forms import LeaveForm
from congress.notices.models import Recipient
from congress.notices.models.ledger import Answer
from congress.notices.wording import hour_of
from congress.organisations.names import congress_name

CONFIRM = "confirm"


@dataclass(frozen=True)
class Door:
    """How the person came in: the frame of the page, and the addresses of file and calendar."""

    frame: str
    files: list[dict[str, Any]]
    calendar: str
    extra: dict[str, Any]


def reply_page(request: HttpRequest, row: Recipient, *, by: Actor, door: Door) -> HttpResponse:
    """GET shows, POST does; after a press the page says what was answered."""
    form = LeaveForm(request.POST) if request.POST.get("why") is not None else LeaveForm()
    sentence = ""
    if request.method == "POST":
        try:
            if press(request, row, form, by):
                return redirect(request.path)
        except ValidationError as error:
            sentence = " ".join(error.messages)
        except NotNow as not_now:
            sentence = str(not_now)
        row = Recipient.objects.select_related("user", "notice__organisation").get(pk=row.pk)
    return render(
        request, "congress/notices/reply.html", page_of(request, row, form, sentence, door)
    )


def press(request: HttpRequest, row: Recipient, form: LeaveForm, by: Actor) -> bool:
    """Does what the pressed button says; False where a reason for the leave is still missing."""
    asked, at = request.POST.get("answer", ""), timezone.now()
    if asked == CONFIRM:
        actions.confirm_notice(row, by=by, at=at)
        return True
    seen = request.POST.get("sequence", "")
    if asked not in Answer.values or not seen.isdigit():
        raise ValidationError(_("Please choose an answer."))
    reason = ""
    if asked == Answer.LEAVE:
        if not form.is_valid():
            return False
        reason = form.reason()
    actions.answer_attendance(row, answer=asked, reason=reason, sequence=int(seen), by=by, at=at)
    return True


def page_of(
    request: HttpRequest, row: Recipient, form: LeaveForm, sentence: str, door: Door
) -> dict[str, Any]:
    notice = row.notice
    changed = notice.state == "cancelled" or notice.sequence
    last = last_entry(notice) if changed else None
    meeting = notice.meeting_at
    return {
        "notice": notice,
        "row": row,
        "frame": door.frame,
        "files": door.files,
        "calendar": door.calendar,
        "leave_form": form,
        "asks_reason": "leave" in request.GET or form.is_bound,
        "sentence": sentence,
        "office": congress_name(notice.organisation),
        "hour": hour_of(meeting) if meeting else "",
        "day": timezone.localtime(meeting).date() if meeting else None,
        "earlier": list(row.earlier_dates.all())[-1:],
        "change_reason": last.note if last else "",
        "open": notice.state == "sent" and (meeting is None or meeting > timezone.now()),
        **door.extra,
    }
