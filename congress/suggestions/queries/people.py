"""Who is told of what."""

from datetime import date

from congress.organisations.models import Appointment, Organisation, User
from congress.organisations.roles import CHAIR, COUNTY_SUPERVISOR, SECRETARY, UNIT_OFFICER
from congress.suggestions.models import Suggestion
from congress.suggestions.models.choices import Answer


def holders(organisation: Organisation, roles: tuple[str, ...], on: date) -> list[User]:
    posts = Appointment.objects.filter(organisation=organisation, role__in=roles).running(on)
    return list(User.objects.filter(pk__in=posts.values("user")).order_by("pk"))


def office(suggestion: Suggestion, on: date) -> list[User]:
    return holders(suggestion.congress, _roles(suggestion, SECRETARY), on)


def presidium(suggestion: Suggestion, on: date) -> list[User]:
    return holders(suggestion.congress, _roles(suggestion, CHAIR), on)


def officers(unit: Organisation, on: date) -> list[User]:
    return holders(unit, (UNIT_OFFICER,), on)


def signatories(suggestion: Suggestion) -> list[User]:
    """Everybody who has signed, also where the mandate has ended."""
    signed = suggestion.signatories.filter(answer=Answer.CONFIRMED)
    return list(User.objects.filter(mandates__signatures__in=signed).distinct().order_by("pk"))


def lead(suggestion: Suggestion) -> list[User]:
    return [row.deputy.user for row in suggestion.signatories.filter(part="lead")]


def _roles(suggestion: Suggestion, role: str) -> tuple[str, ...]:
    return (COUNTY_SUPERVISOR,) if suggestion.congress.kind == "county" else (role,)
