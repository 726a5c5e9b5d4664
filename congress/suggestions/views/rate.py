"""The page on which a signatory reads the replies and rates, logged in or by personal link."""

import re
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.generic import View

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.flow.moves import NotNow
from congress.notifications.models import PersonalLink
from congress.notifications.rules import actor_of_link
from congress.organisations.acts import with_refusal
from congress.organisations.names import congress_name
from congress.organisations.roles import DEPUTY
from congress.suggestions import actions
from congress.suggestions.forms.rating import RatingForm
from congress.suggestions.models import Reply, Signatory, SuggestionFile
from congress.suggestions.models.choices import RatingWay
from congress.suggestions.queries.rating_page import follows, may_be_rated, row_of, shown_replies
from congress.suggestions.states.process import BEFORE_REGISTRATION
from congress.suggestions.views.base import SuggestionMixin

KEY = re.compile("[0-9]{1,18}")


@dataclass(frozen=True)
class Door:
    """How the person came in: as whom, which way, and the frame of the page."""

    by: Actor
    way: str
    frame: str
    extra: dict[str, Any]


class RateView(SuggestionMixin, View):
    """A signatory's own account, also after the mandate has ended."""

    roles = (DEPUTY,)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        row = row_of(self.suggestion, request.user.pk)
        if row is None:
            raise Http404
        here = [a for a in self.actors if a.organisation_id == row.suggestion.congress_id]
        by = (here or list(self.actors))[0]
        door = Door(by, RatingWay.ACCOUNT, "workspace.html", {"by_link": False})
        return rating_page(request, row, door)

    post = get


def rating_by_link(request: HttpRequest, link: PersonalLink) -> Any:
    row = row_of(link.object_id, link.user_id)
    if row is None or row.suggestion.state in BEFORE_REGISTRATION:
        raise Http404
    by = actor_of_link(link, timezone.now())
    extra = {"by_link": True, "link": link}
    return rating_page(request, row, Door(by, RatingWay.LINK, "link.html", extra))


def rating_page(request: HttpRequest, row: Signatory, door: Door) -> HttpResponse | FileResponse:
    """GET shows, POST rates; after a press the page says what follows."""
    if request.method == "GET" and "file" in request.GET:
        return _file(request, row, door.by)
    form, status, refusal = RatingForm(initial={"round_no": row.suggestion.round_no}), 200, ""
    if request.method == "POST":
        form = RatingForm(request.POST)
        try:
            if form.is_valid():
                _rate(row, form, door)
                return redirect(request.path)
        except ValidationError as error:
            form, refusal = with_refusal(form, error), " ".join(error.messages)
        except NotNow as not_now:
            status, refusal = 409, str(not_now)
        row = row_of(row.suggestion_id, row.deputy.user_id) or row
        if form.cleaned_data.get("round_no") != row.suggestion.round_no:
            form = RatingForm(initial={"round_no": row.suggestion.round_no})
    context = _context(request, row, form, refusal) | door.extra | {"frame": door.frame}
    return render(request, "congress/suggestions/rate.html", context, status=status)


def _rate(row: Signatory, form: RatingForm, door: Door) -> None:
    actions.rate(row, **form.cleaned_data, way=door.way, by=door.by, at=timezone.now())


def _context(
    request: HttpRequest, row: Signatory, form: RatingForm, refusal: str
) -> dict[str, Any]:
    suggestion = row.suggestion
    own = {rating.round_no: rating for rating in row.ratings.all()}
    rating = own.get(suggestion.round_no)
    open_ = may_be_rated(suggestion) and not (rating and rating.decision)
    newest = rating or own.get(1)
    return {
        "suggestion": suggestion,
        "row": row,
        "replies": [
            {"reply": reply, "files": _links(reply)} for reply in shown_replies(suggestion)
        ],
        "rating": newest,
        "form": form,
        "asks": open_ and (rating is None or "again" in request.GET or form.is_bound),
        "may_change": open_ and rating is not None,
        "follows": follows(row, rating, timezone.localdate()),
        "refusal": "" if form.is_bound and form.errors else refusal,
        "office": congress_name(suggestion.congress),
    }


def _links(reply: Reply) -> list[dict[str, Any]]:
    return [
        {"name": file.name, "size": file.size, "url": f"?file={file.pk}"}
        for file in reply.files.all()
    ]


def _file(request: HttpRequest, row: Signatory, by: Actor) -> FileResponse:
    """Of a released reply; each download is one entry in the trail."""
    asked = request.GET["file"]
    files = SuggestionFile.objects.filter(suggestion=row.suggestion, reply__state="released")
    if not KEY.fullmatch(asked):
        raise Http404
    file = get_object_or_404(files, pk=asked)
    if not file.file.storage.exists(str(file.file.name)):
        raise Http404
    record(row.suggestion, "download", by=by, at=timezone.now(), note=file.name)
    response = FileResponse(file.file.open("rb"), as_attachment=True, filename=file.name)
    response["X-Content-Type-Options"] = "nosniff"
    return response
