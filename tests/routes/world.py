"""A small world: one county with two townships, and a second county that must stay invisible."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.utils import timezone

from congress.audit.actors import Actor
from congress.organisations.models import Appointment, Deputy, Organisation, Term, User
from congress.organisations.roles import COUNTY_ROLES, DEPUTY, UNIT_OFFICER
from congress.organisations.rules import actors_of

PLACES = {
    "home": ("云岭县", "石桥镇", "石桥镇农业服务中心"),
    "other": ("云岭县", "云坪镇", "云坪镇农业服务中心"),
    "foreign": ("临溪县", "柳河镇", "柳河镇农业服务中心"),
}
DEMO_LOG_INS = {
    "county_editor": "editor",
    "county_supervisor": "supervisor",
    "county_admin": "admin",
    "unit_officer": "unit",
}


@dataclass
class Place:
    """A county, one of its townships, and a unit that handles work for that township."""

    county: Organisation
    township: Organisation
    unit: Organisation

    def seat(self, role: str) -> Organisation:
        if role in COUNTY_ROLES:
            return self.county
        return self.unit if role == UNIT_OFFICER else self.township


@dataclass
class World:
    at: datetime
    places: dict[str, Place]
    users: dict[tuple[str, str], User] = field(default_factory=dict)

    @property
    def today(self) -> date:
        return timezone.localdate(self.at)

    @property
    def county(self) -> Organisation:
        return self.places["home"].county

    @property
    def township(self) -> Organisation:
        return self.places["home"].township

    @property
    def unit(self) -> Organisation:
        return self.places["home"].unit

    @property
    def other(self) -> Organisation:
        return self.places["other"].township

    @property
    def foreign_county(self) -> Organisation:
        return self.places["foreign"].county

    @property
    def foreign_township(self) -> Organisation:
        return self.places["foreign"].township

    @property
    def term(self) -> Term:
        """The running term of the township's congress, made where there is none."""
        return self.term_of(self.township)

    def term_of(self, congress: Organisation) -> Term:
        running = congress.terms.running(self.today).first()
        return running or congress.terms.create(number=19, starts_on=self.long_ago)

    @property
    def long_ago(self) -> date:
        return self.today - timedelta(days=400)

    def user(self, role: str, place: str = "home") -> User:
        """The person who holds this one role in this place; made at the first call."""
        if (role, place) not in self.users:
            self.users[role, place] = self.appointed(role, place)
        return self.users[role, place]

    def actor(self, role: str, place: str = "home") -> Actor:
        actors = actors_of(self.user(role, place), self.today)
        return next(actor for actor in actors if actor.role == role)

    def appointed(self, role: str, place: str) -> User:
        seat = self.places[place].seat(role)
        user = User(username=f"{role}.{place}", name=f"{seat.name}{len(self.users)}")
        user.set_unusable_password()
        user.save()
        if role == DEPUTY:
            Deputy.objects.create(
                user=user, congress=seat, term=self.term_of(seat), starts_on=self.long_ago
            )
        else:
            Appointment.objects.create(
                user=user, organisation=seat, role=role, starts_on=self.long_ago
            )
        return user


def build_world() -> World:
    """Makes the organisations; people come with the first question for them."""
    counties: dict[str, Organisation] = {}
    places = {}
    for key, (county, township, unit) in PLACES.items():
        if county not in counties:
            counties[county] = Organisation.objects.create(name=county, kind="county")
        top = counties[county]
        town = Organisation.objects.create(name=township, kind="township", parent=top)
        office = Organisation.objects.create(name=unit, kind="unit", parent=town)
        places[key] = Place(top, town, office)
    return World(timezone.now(), places)


def demo_world() -> World:
    """The world of a loaded demo county, its people by their log-ins; there is no second county."""
    county = Organisation.objects.get(kind="county", name=PLACES["home"][0])
    places = {}
    for key in ("home", "other"):
        town = county.children.get(name=PLACES[key][1])
        unit = town.children.filter(kind="unit").first()
        places[key] = Place(county, town, unit or town)
    world = World(timezone.now(), places)
    for role in ("secretary", "chair", "deputy", "auditor", *DEMO_LOG_INS):
        log_in = DEMO_LOG_INS.get(role, role)
        world.users[role, "home"] = User.objects.get(username=log_in)
    return world
