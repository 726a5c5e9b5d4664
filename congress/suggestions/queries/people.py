"""Who is told of what."""

from datetime import date

from congress.organisations.models import Appointment, Organisation, User
from congress.organisations.roles import CHAIR, COUNTY_SUPERVISOR, SECRETARY, UNIT_OFFICER
from congress.suggestions.models import Signatory, Suggestion
from congress.suggestions.models.choices import Answer
from congress.suggestions.models.signatories import SignatoryQuerySet

SIGNED = ("signatories__deputy__user", "raised_from__signatories__deputy__user")


def holders(organisation: Organisation, roles: tuple[str, ...], on: date) -> list[User]:
    posts = Appointment.objects.filter(organisation=organisation, role__in=roles).running(on)
    return list(User.objects.filter(pk__in=posts.values("user")).order_by("pk"))


def office(suggestion: Suggestion, on: date) -> list[User]:
    return holders(suggestion.congress, _roles(suggestion, SECRETARY), on)


def presidium(suggestion: Suggestion, on: date) -> list[User]:
    return holders(suggestion.congress, _roles(suggestion, CHAIR), on)


def officers(unit: Organisation, on: date) -> list[User]:
    return holders(unit, (UNIT_OFFICER,), on)


def signed(suggestion: Suggestion) -> SignatoryQuerySet:
    """Who stands under the text; of what a township reported those who signed it there."""
    return Signatory.objects.filter(suggestion=suggestion.raised_from_id or suggestion.pk)


def signed_at_hand(suggestion: Suggestion) -> list[Signatory]:
    """The same of a row that was read with the prefetches of `SIGNED`."""
    return list((suggestion.raised_from or suggestion).signatories.all())


def signatories(suggestion: Suggestion) -> list[User]:
    """Everybody who has signed, also where the mandate has ended."""
    signed = suggestion.signatories.filter(answer=Answer.CONFIRMED)
    return list(User.objects.filter(mandates__signatures__in=signed).distinct().order_by("pk"))


def lead(suggestion: Suggestion) -> list[User]:
    return [row.deputy.user for row in suggestion.signatories.filter(part="lead")]


def _roles(suggestion: Suggestion, role: str) -> tuple[str, ...]:
    return (COUNTY_SUPERVISOR,) if suggestion.congress.kind == "county" else (role,)
