"""The page on which a deputy reads a suggestion and co-signs or not, logged in or by link."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import View

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.flow.moves import NotNow
from congress.notifications.models import PersonalLink
from congress.notifications.rules import actor_of_link
from congress.organisations.access import AccessMixin
from congress.organisations.roles import DEPUTY
from congress.suggestions import actions
from congress.suggestions.models import Signatory
from congress.suggestions.models.choices import Answer, Part
from congress.suggestions.models.files import SuggestionFile
from congress.suggestions.views.own_page import text_context

PHOTOS = SuggestionFile.Purpose.PHOTO


@dataclass(frozen=True)
class Door:
    """How the person came in: the frame of the page, where a file is, what the frame needs."""

    frame: str
    file_url: str
    extra: dict[str, Any]


def asked_rows():
    """Whoever was asked, whatever they have answered."""
    rows = Signatory.objects.filter(part=Part.COSIGNER)
    return rows.select_related("deputy__user", "suggestion__congress__parent", "suggestion__term")


def cosign_page(request: HttpRequest, row: Signatory, *, by: Actor, door: Door) -> HttpResponse:
    """GET shows, POST does; after a press the page says what was answered."""
    sentence, status = "", 200
    if request.method == "POST":
        try:
            press(request, row, by)
            return redirect(request.path)
        except ValidationError as error:
            sentence = " ".join(error.messages)
        except NotNow as not_now:
            sentence, status = str(not_now), 409
        row.refresh_from_db()
        row.suggestion.refresh_from_db()
    suggestion = row.suggestion
    files = [
        {"name": file.name, "size": file.size, "url": door.file_url % file.pk}
        for file in suggestion.files.filter(purpose=PHOTOS, reply=None)
    ]
    context = text_context(suggestion) | {
        "suggestion": suggestion,
        "row": row,
        "frame": door.frame,
        "files": files,
        "sentence": sentence,
        "open": suggestion.state == "awaiting_cosigners",
        **door.extra,
    }
    return render(request, "congress/suggestions/cosign.html", context, status=status)


def press(request: HttpRequest, row: Signatory, by: Actor) -> None:
    asked, seen = request.POST.get("answer"), request.POST.get("edition", "")
    if asked == Answer.CONFIRMED and seen.isdigit():
        actions.confirm_signature(row, edition=int(seen), by=by, at=timezone.now())
    elif asked == Answer.DECLINED:
        actions.decline_signature(row, by=by, at=timezone.now())
    else:
        raise ValidationError(_("Please press one of the two buttons."))


class CosignView(AccessMixin, View):
    """One's own row; also after it was declined, until the suggestion is submitted."""

    roles = (DEPUTY,)
    http_method_names = ["get", "post"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        row = get_object_or_404(asked_rows(), suggestion=pk, deputy__user=request.user.pk)
        if row.suggestion.state != "awaiting_cosigners":
            messages.info(request, _("It is no longer open for co-signatures."))
            return redirect("suggestions:mine")
        here = row.suggestion.congress_id
        by = next((a for a in self.actors if a.organisation_id == here), self.actors[0])
        file_url = reverse("suggestions:file", args=[pk, 0]).replace("/0/", "/%s/")
        return cosign_page(request, row, by=by, door=Door("workspace.html", file_url, {}))

    post = get


def cosign_by_link(request: HttpRequest, link: PersonalLink) -> Any:
    rows = asked_rows().filter(suggestion=link.object_id, deputy__user=link.user_id)
    row = get_object_or_404(rows)
    by = actor_of_link(link, timezone.now())
    if request.method != "POST" and "file" in request.GET:
        return _file(request, row, by)
    extra = {"link": link, "by_link": True}
    return cosign_page(request, row, by=by, door=Door("link.html", f"{link.path}?file=%s", extra))


def _file(request: HttpRequest, row: Signatory, by: Actor) -> FileResponse:
    """By the rule of the page, each download one entry in the trail."""
    asked = request.GET["file"]
    if not (asked.isascii() and asked.isdigit()):
        raise Http404
    file = get_object_or_404(row.suggestion.files, pk=asked, purpose=PHOTOS, reply=None)
    if not file.file.storage.exists(str(file.file.name)):
        raise Http404
    record(row.suggestion, "download", by=by, at=timezone.now(), note=file.name)
    response = FileResponse(file.file.open("rb"), as_attachment=True, filename=file.name)
    response["X-Content-Type-Options"] = "nosniff"
    return response
