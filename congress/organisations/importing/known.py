"""The people of a county as an import knows them: those of the database and those of the file."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q

from congress.organisations.models import ContactPhone, Deputy, Organisation, User
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


class People:
    """Finds the person whom a row means."""

    def __init__(self) -> None:
        self.by_name: dict[str, list[Person]] = defaultdict(list)

    def add(self, person: Person) -> None:
        self.by_name[person.user.name].append(person)

    def of_name(self, name: str) -> list[Person]:
        return self.by_name.get(name, [])

    def find(self, name: str, phones: tuple[Phone, ...], places: set[Place]) -> Person | None:
        """The same name and a shared phone; or the same name, organisation and constituency
        where one of the two has no phone, or has the other's without one of its digits."""
        same_name = self.of_name(name)
        for person in same_name:
            if person.shares_phone(phones):
                return person
        for person in same_name:
            missing = not phones or not person.phones
            if person.places & places and (missing or person.nearly_shares_phone(phones)):
                return person
        return None


def people_of(county: Organisation) -> People:
    """Everybody with a post or a mandate, past or running, in the county; three queries."""
    organisations = Organisation.objects.in_county(county.pk).values("pk")
    linked = Q(mandates__congress__in=organisations) | Q(
        appointments__organisation__in=organisations
    )
    here = User.objects.filter(linked).order_by().values("pk")
    persons = {
        user.pk: Person(user, {user.phone: Phone(user.phone)} if user.phone else {})
        for user in User.objects.filter(pk__in=here).order_by("pk")
    }
    contacts = ContactPhone.objects.filter(user__in=here).order_by("pk")
    for contact in contacts:
        phone = Phone(contact.number, contact.complete)
        persons[contact.user_id].phones[key_of(contact.number)] = phone
    mandates = Deputy.objects.filter(congress__in=organisations).order_by("starts_on", "pk")
    for mandate in mandates.select_related("constituency", "term"):
        person = persons[mandate.user_id]
        person.mandates[mandate.congress_id, mandate.term.number] = mandate
        section = mandate.constituency
        place = (section.organisation_id, section.name) if section else (mandate.congress_id, "")
        person.places.add(place)
    people = People()
    for person in persons.values():
        people.add(person)
    return people
