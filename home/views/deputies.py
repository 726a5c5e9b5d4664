"""Public files of deputies (代表履职公开): a list for each congress, a page for each mandate."""

from functools import cached_property
from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.db.models import F
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import pgettext
from django.views.generic import TemplateView

from congress.organisations.models import Deputy, Organisation
from congress.organisations.names import congress_name
from home.models.base import Crumb, Pill
from home.queries.deputies import congresses_in, deputies_in, public_file
from home.views.public import PublicMixin

SHOWN = 200


def list_title() -> str:
    return pgettext("page title", "Deputies")


def list_url(congress: Organisation) -> str:
    return f"{reverse('public_deputies')}?place={congress.pk}"


class DeputiesView(PublicMixin, TemplateView):
    """Asked anew each time: a mandate that ends leaves the list at once."""

    template_name = "home/deputies/list.html"

    def page_title(self) -> str:
        return list_title()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        congresses = congresses_in(self.county.pk, self.today)
        asked = self.request.GET.get("place", "")
        shown = next((row for row in congresses if str(row.pk) == asked), None)
        shown = shown or (congresses[0] if congresses else None)
        groups = F("group__name").asc(nulls_last=True)
        rows = deputies_in(self.county.pk, self.today).filter(congress=shown)
        rows = rows.order_by(groups, "group", "user__name", "pk") if shown else rows.none()
        page = Paginator(rows, SHOWN).get_page(self.request.GET.get("page"))
        return super().get_context_data(
            congress=congress_name(shown) if shown else "",
            pills=[
                Pill(row.name, list_url(row), row == shown, row.number)  # type: ignore[attr-defined]
                for row in congresses
            ],
            page_obj=page,
            groups=[
                (name, list(members))
                for name, members in groupby(page.object_list, lambda row: str(row.group or ""))
            ],
            **kwargs,
        )


class DeputyView(PublicMixin, TemplateView):
    template_name = "home/deputies/detail.html"

    @cached_property
    def deputy(self) -> Deputy:
        return get_object_or_404(deputies_in(self.county.pk, self.today), pk=self.kwargs["pk"])

    def page_title(self) -> str:
        return self.deputy.user.name

    def above(self) -> list[Crumb]:
        congress = self.deputy.congress
        return [
            Crumb(list_title(), reverse("public_deputies")),
            Crumb(congress_name(congress), list_url(congress)),
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            deputy=self.deputy,
            congress=congress_name(self.deputy.congress),
            file=public_file(self.deputy, self.county.pk, timezone.now()),
            **kwargs,
        )
