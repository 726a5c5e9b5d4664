"""Who signed a suggestion and who handles it, as the papers name them."""

from dataclasses import dataclass

from django.db.models import Prefetch

from congress.documents.suggestion_form import Signer
from congress.organisations.models import ContactPhone
from congress.suggestions.models import Assignment, Signatory, Suggestion
from congress.suggestions.models.choices import HandlingRole, Part
from congress.suggestions.queries.people import signed


@dataclass(frozen=True)
class People:
    """The standing signatories, the lead first. Two questions."""

    rows: tuple[Signatory, ...]

    @property
    def lead(self) -> Signatory:
        return self.rows[0]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(row.deputy.user.name for row in self.rows)

    def of(self, pk: int) -> Signatory:
        return next(row for row in self.rows if row.pk == pk)


def people_of(suggestion: Suggestion) -> People:
    numbers = ContactPhone.objects.filter(complete=True).order_by("position", "pk")
    rows = signed(suggestion).standing().select_related("deputy__user", "deputy__group")
    rows = rows.prefetch_related(Prefetch("deputy__user__contact_phones", queryset=numbers))
    return People(tuple(sorted(rows, key=lambda row: (row.part != Part.LEAD, row.pk))))


def phone_of(row: Signatory) -> str:
    """The first number by which the deputy is reached."""
    return next((phone.number for phone in row.deputy.user.contact_phones.all()), "")


def signer(row: Signatory, *, full: bool) -> Signer:
    """`full` with certificate and telephone number; else the name alone."""
    if not full:
        return Signer(row.deputy.user.name)
    return Signer(row.deputy.user.name, row.deputy.certificate_no, phone_of(row))


@dataclass(frozen=True)
class Units:
    """The running parts; those that reply each stand in `leads`."""

    parts: tuple[Assignment, ...]

    @property
    def leads(self) -> tuple[str, ...]:
        names = [row.unit.name for row in self.parts if row.role != HandlingRole.CO_HANDLER]
        return tuple(names)

    @property
    def co_handlers(self) -> tuple[str, ...]:
        names = [row.unit.name for row in self.parts if row.role == HandlingRole.CO_HANDLER]
        return tuple(names)


def units_of(suggestion: int) -> Units:
    """By its key."""
    parts = Assignment.objects.running().filter(suggestion=suggestion)
    return Units(tuple(parts.select_related("unit")))
