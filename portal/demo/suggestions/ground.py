"""What stands before the first suggestion: rule set, class scheme, sessions, and who handles."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property

from django.utils import timezone

from congress.audit.actors import Actor
from congress.organisations.actions import add_session
from congress.organisations.models import (
    Appointment,
    CongressSession,
    Deputy,
    Organisation,
    Term,
)
from congress.organisations.roles import DEPUTY, ROLES, UNIT_OFFICER
from congress.organisations.rules import actors_of
from congress.suggestions.actions import choose_scheme, set_office_phone
from congress.workdays.actions import choose_rules
from congress.workdays.queries import calendar_of
from portal.demo.people import Cast
from portal.demo.words import words

COUNTY = "county"
RULES = "chongqing"
SITS = 2


@dataclass
class Congress:
    """A congress as the acts of a suggestion need it; `desk` is its name in the plan."""

    cast: Cast
    desk: str
    organisation: Organisation
    term: Term
    units: dict[str, Organisation]
    officers: dict[int, Actor]
    sessions: dict[int, CongressSession] = field(default_factory=dict)

    def office(self, at: datetime) -> Actor:
        if self.desk == COUNTY:
            return self.cast.staff["supervisor"]
        return self.cast.desk(self.desk).secretary(at)

    @property
    def presidium(self) -> Actor:
        if self.desk == COUNTY:
            return self.cast.staff["supervisor"]
        return self.cast.desk(self.desk).chair

    @cached_property
    def deputies(self) -> list[Deputy]:
        """Those in office all the time; the first of a township with a log-in has it."""
        rows = Deputy.objects.filter(congress=self.organisation, note="", ends_on=None)
        return list(rows.select_related("user", "congress", "term").order_by("pk"))

    def unit(self, names: str) -> Organisation | None:
        """The first of the names that the congress has."""
        return next((self.units[name] for name in names.split() if name in self.units), None)

    def officer(self, unit: Organisation) -> Actor:
        return self.officers[unit.pk]


class Days:
    """Working days of the county, counted from today."""

    def __init__(self, county: Organisation, today: date) -> None:
        self.calendar = calendar_of(county)
        self.today = today

    def ago(self, number: int) -> date:
        """The working day that lies `number` working days before today."""
        day = self.today
        while number:
            day -= timedelta(days=1)
            number -= self.calendar.works_on(day)
        return day

    def after(self, day: date, number: int) -> date:
        while number:
            day += timedelta(days=1)
            number -= self.calendar.works_on(day)
        return day


def lay_ground(cast: Cast, days: Days, at: datetime) -> dict[str, Congress]:
    """The congresses of the plan, with the sessions of the plan held."""
    admin, plan = cast.staff["admin"], words("suggestions_plan")
    choose_rules(cast.county, rules=RULES, by=admin, at=at)
    choose_scheme(cast.county, scheme=RULES, by=cast.staff["supervisor"], at=at)
    officers = _officers(cast.county, days.today)
    found = {}
    for name in plan["sits"]:
        organisation = cast.county if name == COUNTY else cast.desk(name).organisation
        found[name] = _congress(cast, name, organisation, officers)
        phone = f"0000-55501{len(found):02}"
        set_office_phone(organisation, phone=phone, by=found[name].presidium, at=at)
        sits = plan["sits"][name]
        for number, back in enumerate(sits["days"], start=1):
            opens = days.ago(back)
            found[name].sessions[number] = add_session(
                found[name].term,
                number=sits["first"] + number - 1,
                opens_on=opens,
                closes_on=days.after(opens, SITS - 1),
                by=admin,
                at=_morning(days.ago(back + 12)),
            )
    return found


def _officers(county: Organisation, today: date) -> dict[int, Actor]:
    posts = Appointment.objects.filter(role=UNIT_OFFICER).running(today)
    units = Organisation.objects.in_county(county.pk)
    rows = posts.filter(organisation__in=units).select_related("user").order_by("pk")
    return {row.organisation_id: actors_of(row.user, today)[0] for row in rows}


def _congress(
    cast: Cast, name: str, organisation: Organisation, officers: dict[int, Actor]
) -> Congress:
    units = {
        unit.name.removeprefix(organisation.name): unit
        for unit in organisation.children.filter(kind="unit").order_by("pk")
    }
    return Congress(cast, name, organisation, organisation.terms.get(), units, officers)


def deputy_actor(deputy: Deputy) -> Actor:
    label = str(ROLES[DEPUTY].label)
    user, congress = deputy.user, deputy.congress
    return Actor(user.pk, user.name, DEPUTY, label, congress.pk, congress.name)


def _morning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(9)))
