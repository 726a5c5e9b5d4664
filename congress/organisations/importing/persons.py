"""One person as an import knows them, and how numbers are compared."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from congress.organisations.models import Deputy, User
from congress.organisations.roster.phones import Phone, nearly
from congress.organisations.roster.rows import RosterRow

Place = tuple[int, str]


def key_of(number: str) -> str:
    """Numbers are compared by their digits."""
    return re.sub(r"\D", "", number)


@dataclass(eq=False)
class Person:
    """`places` are organisation and constituency of the person's rows and mandates; `mandates`
    holds the last one for each congress and number of the term; `row` is the first row of this
    file that means the person."""

    user: User
    phones: dict[str, Phone] = field(default_factory=dict)
    places: set[Place] = field(default_factory=set)
    mandates: dict[tuple[int, int], Deputy] = field(default_factory=dict)
    row: RosterRow | None = None

    def shares_phone(self, phones: Iterable[Phone]) -> bool:
        return any(key_of(phone.number) in self.phones for phone in phones)

    def nearly_shares_phone(self, phones: Iterable[Phone]) -> bool:
        """One of two numbers lacks a digit of the other."""
        return any(
            nearly(one.number, key_of(other.number))
            for mine in self.phones.values()
            for phone in phones
            for one, other in ((mine, phone), (phone, mine))
            if not one.complete and other.complete
        )
