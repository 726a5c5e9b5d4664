"""A mandate as its line shows it."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import pgettext

from congress.organisations.models import Deputy
from congress.organisations.phones import masked
from congress.organisations.queries.posts import state_of


@dataclass(frozen=True)
class MandateRow:
    """`state` is running, ended or later; `marks` say what has to be verified; `numbers` are
    masked."""

    mandate: Deputy
    state: str
    numbers: tuple[str, ...]
    incomplete: bool
    marks: tuple[str, ...]


def mandate_row(mandate: Deputy, on: date) -> MandateRow:
    """The line of one mandate of `mandates_listed`; asks nothing more."""
    phones = mandate.user.contact_phones.all()
    incomplete = not all(phone.complete for phone in phones)
    marks = [
        (mandate.term.unverified, pgettext("mark", "term to be verified")),
        (mandate.ends_on_unverified, pgettext("mark", "date to be verified")),
        (incomplete, pgettext("mark", "number to be verified")),
    ]
    return MandateRow(
        mandate=mandate,
        state=state_of(mandate, on),
        numbers=tuple(dict.fromkeys(masked(phone.number) for phone in phones)),
        incomplete=incomplete,
        marks=tuple(words for marked, words in marks if marked),
    )
