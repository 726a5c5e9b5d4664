"""Official papers in Word; each download is one entry in the trail."""

from functools import cached_property
from typing import Any, ClassVar

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.generic import TemplateView, View

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.documents.suggestion_form import SuggestionForm, suggestion_form
from congress.organisations.access import AccessMixin
from congress.organisations.models import Organisation
from congress.organisations.roles import DEPUTY
from congress.suggestions.queries.papers import collections
from congress.suggestions.queries.papers.offered import FORM, NAMES, built, found
from congress.suggestions.queries.papers.spans import blank_meeting, span_of, spans_of
from congress.suggestions.rules import STAFF
from congress.suggestions.views.base import SuggestionMixin

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def paper_response(content: bytes, name: str, of: Model, by: Actor) -> HttpResponse:
    record(of, "download", by=by, at=timezone.now(), note=name)
    response = HttpResponse(content, content_type=DOCX)
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["X-Content-Type-Options"] = "nosniff"
    return response


class PaperView(SuggestionMixin, View):
    """A paper that the record has now and that is for this person; else 404."""

    def get(self, request: HttpRequest, pk: int, kind: str, part: int = 0) -> HttpResponse:
        suggestion = self.suggestion
        offer = found(self.actors, suggestion, kind, part)
        if offer is None:
            raise Http404
        content = built(offer, self.actors, suggestion, self.today)
        by = self.acting_for(suggestion)
        return paper_response(content, offer.filename(suggestion), suggestion, by)

    def acting_for(self, suggestion: Any) -> Actor:
        """The post of this congress, where the person has one."""
        own = [a for a in self.actors if a.organisation_id == suggestion.congress_id]
        return (own or list(self.actors))[0]


class CongressMixin(AccessMixin):
    """For the own congress of the person's first fitting post. Sub-districts have none."""

    roles: ClassVar[tuple[str, ...]] = STAFF

    @cached_property
    def congress(self) -> Organisation:
        if self.organisation.kind not in ("township", "county"):
            raise Http404
        return self.organisation


class PapersView(CongressMixin, TemplateView):
    """Catalogue and report of each session and year, and the blank form."""

    template_name = "congress/suggestions/papers.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            spans=spans_of(self.congress), congress=self.congress, **kwargs
        )


class CollectionView(CongressMixin, View):
    """The catalogue or the report of a session or of a year."""

    def get(self, request: HttpRequest, kind: str, code: str) -> HttpResponse:
        span = span_of(self.congress, code)
        if span is None or kind not in collections.NAMES:
            raise Http404
        content = collections.built(kind, span, self.today)
        name = f"{collections.NAMES[kind]}_{span.name}.docx"
        return paper_response(content, name, self.congress, self.actors[0])


class BlankFormView(CongressMixin, View):
    """The form to be written by hand, for everybody of the congress."""

    roles = (*STAFF, DEPUTY)

    def get(self, request: HttpRequest) -> HttpResponse:
        meeting = blank_meeting(self.congress, self.today)
        content = suggestion_form(SuggestionForm(meeting=meeting))
        name = f"{NAMES[FORM]}_空白.docx"
        return paper_response(content, name, self.congress, self.actors[0])
