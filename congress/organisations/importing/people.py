"""The people whom the rows of a file may mean: those of the database and those of the file."""

from collections import defaultdict

from congress.organisations.importing.persons import Person, Place
from congress.organisations.roster.phones import Phone


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
