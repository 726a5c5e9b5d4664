"""The workspace's first page."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.generic import TemplateView

from congress.audit.actors import Actor
from congress.information.queries.count import CountTable, count
from congress.information.rules import may_write
from congress.notices.queries.notices import unanswered
from congress.organisations.access import AccessMixin
from congress.organisations.models import Appointment, Deputy, Organisation
from congress.organisations.roles import COUNTY_STAFF, DEPUTY, ROLES, TOWNSHIP_STAFF, UNIT_OFFICER
from congress.overview.queries.notices import notice_lines
from congress.overview.queries.suggestions import deputy_lines, suggestion_lines
from congress.overview.queries.today import ALL, LINES, today_lines
from congress.overview.queries.units import unit_lines
from congress.periods import month_of
from congress.suggestions.queries.commitments import owed_by_unit
from congress.suggestions.queries.own import waiting, wanted
from congress.suggestions.rules import signatory_actors

# So many of a person's own duties as a deputy stand above what the office has to do.
OWN = 2


class TodayView(AccessMixin, TemplateView):
    """Staff see the lines of the day and a few figures; deputies, units and those who keep the
    installation see their own page."""

    roles = tuple(ROLES)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Whoever has no post any more is led to the suggestions that they once made."""
        person = request.user
        if person.is_authenticated and not self.actors and signatory_actors(person, self.today):
            return redirect("suggestions:mine")
        return super().dispatch(request, *args, **kwargs)

    def get_template_names(self) -> list[str]:
        return ["congress/overview/today.html" if self.works else "congress/overview/own.html"]

    @property
    def works(self) -> bool:
        return any(a.role in (*TOWNSHIP_STAFF, *COUNTY_STAFF) for a in self.actors)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        more = self.day() if self.works else self.own()
        return super().get_context_data(today=self.today, **more, **kwargs)

    def day(self) -> dict[str, Any]:
        worker = next(a for a in self.actors if a.role in (*TOWNSHIP_STAFF, *COUNTY_STAFF))
        organisation = Organisation.objects.get(pk=worker.organisation_id)
        county = organisation.parent or organisation
        table = count(county, month_of(self.today))
        notices = notice_lines(self.actors, self.today, timezone.now())
        asked_all = "all" in self.request.GET
        limit = ALL if asked_all else LINES
        waiting = today_lines(self.actors, timezone.now(), limit)
        suggestions = suggestion_lines(self.actors, limit)
        own = deputy_lines(self.actors)
        lines = [*suggestions.lines, *waiting.lines, *own[OWN:]]
        longest = sorted(lines, key=lambda line: line.when)
        return {
            "lines": (notices + own[:OWN] + longest)[:limit],
            "waiting": waiting.count + len(notices) + suggestions.count + len(own),
            "asked_all": asked_all,
            "may_write": any(may_write(actor) for actor in self.actors),
            "figures": table.total if organisation == county else own_row(table, organisation),
            "is_county": organisation == county,
            "period": table.period,
        }

    def own(self) -> dict[str, Any]:
        return {
            "mandates": self.mandates() if any(a.role == DEPUTY for a in self.actors) else [],
            "posts": self.posts(),
            "notices": list(unanswered(self.actors)),
            "lines": unit_lines(self.actors, self.today) if self.is_unit else [],
            "is_unit": self.is_unit,
            "promises": [
                (row, (row.promised_on - self.today).days)
                for row in owed_by_unit(self.actors, self.today)
            ],
            "suggestions": [(row, wanted(row)) for row in waiting(self.deputies)],
        }

    @property
    def is_unit(self) -> bool:
        return any(actor.role == UNIT_OFFICER for actor in self.actors)

    @property
    def deputies(self) -> tuple[Actor, ...]:
        """Also as whom a person follows own suggestions after the mandate has ended."""
        return (*self.actors, *signatory_actors(self.request.user, self.today))  # type: ignore[arg-type]

    def mandates(self) -> QuerySet[Deputy]:
        mandates = Deputy.objects.filter(user=self.request.user).running(self.today)
        return mandates.select_related("congress", "term", "constituency", "group")

    def posts(self) -> QuerySet[Appointment]:
        posts = Appointment.objects.filter(user=self.request.user).running(self.today)
        return posts.select_related("organisation", "organisation__parent")


def own_row(table: CountTable, organisation: Organisation):
    """The township's row, None where it does not stand in the count."""
    return next((row for row in table.rows if row.organisation == organisation), None)
