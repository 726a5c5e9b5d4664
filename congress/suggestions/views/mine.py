"""我的建议: what waits for the deputy, what is begun, what is followed."""

from typing import Any

from django.core.paginator import Paginator
from django.utils.translation import pgettext
from django.views.generic import TemplateView

from congress.organisations.access import actors_on_request
from congress.organisations.roles import DEPUTY
from congress.suggestions.models.choices import Part
from congress.suggestions.queries.own import begun, followed, waiting, wanted
from congress.suggestions.states import SUGGESTION
from congress.suggestions.states.process import OWES, YOU
from congress.suggestions.views.base import SignatoryMixin

PAGE = 20


class MineView(SignatoryMixin, TemplateView):
    roles = (DEPUTY,)
    template_name = "congress/suggestions/mine.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        part = self.request.GET.get("show", "")
        rows = followed(self.actors, part if part in (Part.LEAD, Part.COSIGNER) else "")
        page = Paginator(rows, PAGE).get_page(self.request.GET.get("page"))
        own_turn = list(waiting(self.actors))
        for row in page:
            row.stands = SUGGESTION.state(row.suggestion.state)
            row.owes = YOU if row in own_turn else OWES.get(row.suggestion.state, "")
        return super().get_context_data(
            waiting=[(row, wanted(row)) for row in own_turn],
            begun=list(begun(self.actors)),
            page_obj=page,
            pills=pills(part),
            holds_mandate=any(a.role == DEPUTY for a in actors_on_request(self.request)),
            **kwargs,
        )


def pills(current: str) -> list[dict[str, Any]]:
    words = {
        "": pgettext("pill", "All"),
        Part.LEAD: pgettext("pill", "I lead"),
        Part.COSIGNER: pgettext("pill", "I co-signed"),
    }
    return [
        {"label": label, "url": f"?show={part}", "current": part == current}
        for part, label in words.items()
    ]
