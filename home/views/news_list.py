"""The news of one's own section with their states."""

from typing import Any

from congress.organisations.access import AccessMixin
from congress.web.lists import FilteredListView
from home.filters import NewsFilter
from home.models import NewsPage
from home.models.news import NewsQuerySet
from home.news_states import LABELS, TONES, state_of
from home.queries import listed_news
from home.rules import EDITORS


class NewsListView(AccessMixin, FilteredListView):
    roles = EDITORS
    filterset_class = NewsFilter
    template_name = "home/news/list.html"
    table_template_name = "home/news/_table.html"
    context_object_name = "pages"
    paginate_by = 30
    orders = {"newest": ("-latest_revision_created_at", "-pk")}

    @property
    def queryset(self) -> NewsQuerySet:
        return listed_news(self.actors)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        sections = {actor.organisation_id for actor in self.actors}
        rows = [self._row(page) for page in context["pages"]]
        return context | {"rows": rows, "many_sections": len(sections) > 1}

    def _row(self, page: NewsPage) -> dict[str, Any]:
        state = state_of(page, in_review=page.in_review)
        return {"page": page, "label": LABELS[state], "tone": TONES.get(state, "neutral")}
