"""A mandate as its line shows it."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _

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
    marks: tuple[str | Promise, ...]


def mandate_row(mandate: Deputy, on: date) -> MandateRow:
    """The line of one mandate of `mandates_listed`; asks nothing more."""
    phones = mandate.user.contact_phones.all()
    marks = [
        (mandate.term.unverified, _("term to be verified")),
        (mandate.ends_on_unverified, _("end to be verified")),
        (not all(phone.complete for phone in phones), _("number to be verified")),
    ]
    return MandateRow(
        mandate=mandate,
        state=state_of(mandate, on),
        numbers=tuple(dict.fromkeys(masked(phone.number) for phone in phones)),
        marks=tuple(words for marked, words in marks if marked),
    )
