"""A person's record of study, the press on a study page, and how far the own office is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy
from django.views.generic import TemplateView, View

from congress.notices.queries.audience import people_of
from congress.organisations.access import AccessMixin
from congress.organisations.roles import ROLES, TOWNSHIP_STAFF
from home.actions import learn_page, unlearn_page
from home.models import LearnedMark, StudyPage
from home.models.base import Pill
from home.queries.learning import (
    is_corrected,
    learned_in,
    learners_of,
    marks_of,
    not_learned,
    years_of,
)
from home.rules import study_visible_to

SHOWN = 30
NEW_SHOWN = 10


@dataclass(frozen=True)
class Row:
    """`url` is empty where the page is no longer public."""

    title: str
    url: str
    learned_at: datetime
    corrected: bool


class StudyRecordView(AccessMixin, TemplateView):
    """The person's own record by year, and what is new."""

    roles = tuple(ROLES)
    template_name = "home/study/record.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        years = years_of(user)
        asked = self.request.GET.get("year", "")
        year = int(asked) if asked in {str(year) for year in years} else None
        marks = marks_of(user)
        shown = marks.filter(learned_at__year=year) if year else marks
        page = Paginator(shown, SHOWN).get_page(self.request.GET.get("page"))
        new = not_learned(user, self.actors)
        return super().get_context_data(
            page_obj=page,
            rows=[self._row(mark) for mark in page.object_list],
            pills=self._pills(years, year) if len(years) > 1 else [],
            total=sum(years.values()),
            this_year=years.get(self.today.year, 0),
            new=[(page, page.get_url(self.request)) for page in new[:NEW_SHOWN]],
            new_total=new.count(),
            sees_office=any(actor.role in TOWNSHIP_STAFF for actor in self.actors),
            **kwargs,
        )

    def _row(self, mark: LearnedMark) -> Row:
        page = mark.page
        url = page.get_url(self.request) if page and page.live else ""
        corrected = page is not None and is_corrected(mark, page)
        return Row(
            page.title if page and page.live else mark.title, url, mark.learned_at, corrected
        )

    def _pills(self, years: dict[int, int], current: int | None) -> list[Pill]:
        url = reverse("home:study")
        every = Pill(pgettext("filter", "All"), url, current is None, sum(years.values()))
        return [
            every,
            *(Pill(f"{y}年", f"{url}?year={y}", y == current, n) for y, n in years.items()),
        ]


class LearnView(AccessMixin, View):
    """Goes back to the page. It is the person who learns, so no post is asked for."""

    roles = tuple(ROLES)
    http_method_names = ["post"]
    act: Callable[..., Any] = learn_page
    done: str | Promise = pgettext_lazy("message", "Marked as learned.")

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        page = get_object_or_404(study_visible_to(self.actors), pk=pk)
        actor = next(a for a in self.actors if study_visible_to([a]).filter(pk=pk).exists())
        type(self).act(page, by=actor, at=timezone.now())
        messages.success(request, str(self.done))
        return redirect(f"{page.get_url(request)}#learned")


class UnlearnView(LearnView):
    act = unlearn_page
    done = _("Your mark on this page is taken back.")


class OfficeMixin(AccessMixin):
    """For a township's own office: its deputies and its staff, nobody else's."""

    roles = TOWNSHIP_STAFF

    @property
    def pages(self) -> Any:
        return study_visible_to(self.actors)


class OfficeStudyView(OfficeMixin, TemplateView):
    template_name = "home/study/office.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pages = learned_in(self.organisation, self.pages, self.today)
        return super().get_context_data(
            page_obj=Paginator(pages, SHOWN).get_page(self.request.GET.get("page")),
            people=people_of(self.organisation, self.today).count(),
            office=self.organisation,
            **kwargs,
        )


class OfficePageView(OfficeMixin, TemplateView):
    template_name = "home/study/office_page.html"

    @cached_property
    def page(self) -> StudyPage:
        return get_object_or_404(self.pages, pk=self.kwargs["pk"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        people = learners_of(self.organisation, self.page, self.today)
        return super().get_context_data(
            page=self.page,
            url=self.page.get_url(self.request),
            learned=[row for row in people if row.learned_at],
            missing=[row for row in people if not row.learned_at],
            people=len(people),
            office=self.organisation,
            **kwargs,
        )
