"""The list of pages on their way, and the sections with their reviewers."""

from typing import Any

from django.utils import timezone
from django.views.generic import TemplateView

from congress.organisations.access import AccessMixin
from congress.organisations.roles import COUNTY_ADMIN
from home.review.rules import REVIEWERS, sections_visible_to
from home.review.sections import desks_by_section
from home.review.waiting import sent_back_to, steps_in_reach, waiting_for


class ReviewsView(AccessMixin, TemplateView):
    """What waits for this person, what was sent back, and what waits for others."""

    roles = REVIEWERS
    template_name = "home/review/list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        own = waiting_for(self.actors, timezone.now())
        mine = {state.pk for state in own}
        return super().get_context_data(
            own=own,
            back=list(sent_back_to(self.actors)),
            others=[state for state in steps_in_reach(self.actors) if state.pk not in mine],
            **kwargs,
        )


class ReviewersView(AccessMixin, TemplateView):
    """Who reviews in which section, and where nobody can today."""

    roles = (COUNTY_ADMIN,)
    template_name = "home/review/sections.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        sections = sections_visible_to(self.actors).select_related("organisation")
        return super().get_context_data(rows=desks_by_section(sections, self.today), **kwargs)
