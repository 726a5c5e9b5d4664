"""The county's calendar: a year, one day of it, and the word that a year is entered."""

from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from django.views.generic import TemplateView, View

from congress.audit.actors import Actor
from congress.workdays import actions, rules
from congress.workdays.days import REST, WORK, Mark
from congress.workdays.decrees import FIRST, LAST
from congress.workdays.forms import DayForm, DecreeForm
from congress.workdays.models import CalendarDay
from congress.workdays.queries import Cell, calendar_of, cell_of, year_of
from congress.workdays.registry import preview
from congress.workdays.views.base import KeeperMixin, KeepView
from congress.workdays.wording import long_day, reason


class YearMixin(KeeperMixin):
    @cached_property
    def year(self) -> int:
        year: int = self.kwargs["year"]  # type: ignore[attr-defined]
        if not FIRST <= year <= LAST:
            raise Http404
        return year

    def get_success_url(self) -> str:
        return reverse("workdays:year", args=[self.year])


class DayMixin(YearMixin):
    @cached_property
    def day(self) -> date:
        try:
            return date(self.year, self.kwargs["month"], self.kwargs["day"])  # type: ignore[attr-defined]
        except ValueError:
            raise Http404 from None

    @cached_property
    def own(self) -> CalendarDay | None:
        return rules.days_visible_to(self.actors).filter(county=self.county, day=self.day).first()

    def asked_first(
        self, but: dict[date, Mark | None], fields: dict[str, Any]
    ) -> HttpResponse | None:
        """The page of the dates that would move, with the press that carries `fields` on; None
        where nothing moves or it was seen."""
        request: HttpRequest = self.request  # type: ignore[attr-defined]
        moved = preview(self.county, calendar_of(self.county, but))
        if not moved or request.POST.get("confirmed"):
            return None
        back = reverse("workdays:day", args=[self.day.year, self.day.month, self.day.day])
        context = {
            "moved": moved,
            "fields": fields,
            "lede": long_day(self.day),
            "press": pgettext("button", "Change the day and move the dates"),
            "back": back,
        }
        return render(request, "congress/moved.html", context)


class ThisYearView(KeeperMixin, View):
    def get(self, request: HttpRequest) -> HttpResponseRedirect:
        return HttpResponseRedirect(reverse("workdays:year", args=[self.today.year]))


class CalendarView(YearMixin, TemplateView):
    template_name = "congress/workdays/calendar.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            county=self.county,
            shown=year_of(self.county, self.year, self.today),
            before=self.year - 1 if self.year > FIRST else None,
            after=self.year + 1 if self.year < LAST else None,
            printed_at=timezone.now(),
            **kwargs,
        )


class DayView(DayMixin, KeepView):
    form_class = DayForm
    template_name = "congress/workdays/day.html"
    done = gettext_lazy("The day is changed.")

    @cached_property
    def cell(self) -> Cell:
        own = {self.day} if self.own else set()
        return cell_of(calendar_of(self.county), self.day, own, self.today)

    def get_form_kwargs(self) -> dict[str, Any]:
        """The form begins with the day as it stands."""
        kind, name = REST if self.cell.why else WORK, self.cell.name
        shown = self.own or CalendarDay(county=self.county, day=self.day, kind=kind, name=name)
        return super().get_form_kwargs() | {"instance": shown}

    def form_valid(self, form: DayForm) -> HttpResponse:
        """Where running dates would move, they are shown before it is done."""
        mark = Mark(form.cleaned_data["kind"], form.cleaned_data["name"].strip())
        return self.asked_first({self.day: mark}, form.cleaned_data) or super().form_valid(form)

    def keep(self, data: dict[str, Any], by: Actor, at: datetime) -> None:
        actions.set_day(self.county, day=self.day, **data, by=by, at=at)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            heading=long_day(self.day), cell=self.cell, why=reason(self.cell.why), **kwargs
        )


class ClearDayView(DayMixin, View):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, **kwargs: int) -> HttpResponse:
        if self.own is None:
            raise Http404
        if page := self.asked_first({self.day: None}, {}):
            return page
        actions.clear_day(self.own, by=self.keeper(), at=timezone.now())
        messages.success(request, _("The day is again as the State Council's notice has it."))
        return redirect(self.get_success_url())


class DecreeView(YearMixin, KeepView):
    form_class = DecreeForm
    done = gettext_lazy("The days off of the year are entered; its dates are no estimates.")

    def keep(self, data: dict[str, Any], by: Actor, at: datetime) -> None:
        actions.decree_year(self.county, year=self.year, **data, by=by, at=at)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        heading = _("The days off of %(year)s are entered") % {"year": self.year}
        lede = _("Please compare every day with the State Council's notice first.")
        return super().get_context_data(heading=heading, lede=lede, **kwargs)


class UndoDecreeView(YearMixin, View):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, **kwargs: int) -> HttpResponse:
        own = rules.years_visible_to(self.actors).filter(county=self.county)
        row = get_object_or_404(own, year=self.year)
        actions.undo_decree(row, by=self.keeper(), at=timezone.now())
        messages.success(request, _("Dates in this year are estimates again."))
        return redirect(self.get_success_url())
