"""Row by row: who it is, which mandates it means, what is said about it."""

from datetime import date

from django.utils.translation import gettext as _

from congress.files.reports import CREATED, MERGED, REFUSED, UNCHANGED, Line
from congress.organisations.importing.checks import LONGEST_NAME, check_names, formula_remarks
from congress.organisations.importing.levels import congresses_of
from congress.organisations.importing.mandates import Mandates
from congress.organisations.importing.people import People
from congress.organisations.importing.persons import Person, Place, key_of
from congress.organisations.importing.places import Places, RowRefused
from congress.organisations.models import ContactPhone, Organisation, User
from congress.organisations.phones import masked
from congress.organisations.roster.rows import RosterRow


class Decisions:
    """Takes rows one after the other. `lines` says what became of them, the rest is what has to
    be written."""

    def __init__(self, county: Organisation, places: Places, people: People, today: date) -> None:
        self.county = county
        self.places = places
        self.people = people
        self.mandates = Mandates(places, today)
        self.lines: list[Line] = []
        self.users: list[tuple[User, RosterRow]] = []
        self.phones: list[ContactPhone] = []

    def take(self, row: RosterRow) -> None:
        try:
            fate, reasons = self._decide(row)
        except RowRefused as refused:
            fate, reasons = REFUSED, [str(refused)]
        reasons += formula_remarks(row.formulas)
        reason = "；".join(dict.fromkeys(reasons))
        self.lines.append(Line(row.sheet, row.number, fate, reason, row.name[:LONGEST_NAME]))

    def _decide(self, row: RosterRow) -> tuple[str, list[str]]:
        check_names(row)
        reasons: list[str] = []
        if row.unclear:
            reasons.append(
                _("“%(text)s” does not clearly end this mandate, please check")
                % {"text": row.note[:20]}
            )
        organisation = self.places.organisation_of(row)
        congresses = congresses_of(row, organisation, self.county, reasons)
        terms = [self.places.term_of(congress, row.term) for congress in congresses]
        places: set[Place] = {(organisation.pk, row.constituency)}
        if not row.constituency:
            places |= {(congress.pk, "") for congress in congresses}
        person = self.people.find(row.name, row.phones, places)
        is_new = person is None
        if person is None:
            self._note_namesakes(row, places, reasons)
            person = self._enter(row)
        self._add_phones(person, row, is_new, reasons)
        person.places.add((organisation.pk, row.constituency))
        earlier, person.row = person.row, person.row or row
        made = [self.mandates.enter(person, term, organisation, row, reasons) for term in terms]
        if earlier:
            where = {"row": earlier.number, "sheet": earlier.sheet}
            return MERGED, [_("the same person as in row %(row)s of %(sheet)s") % where, *reasons]
        return CREATED if is_new or any(made) else UNCHANGED, reasons

    def _enter(self, row: RosterRow) -> Person:
        """No log-in comes with it."""
        user = User(name=row.name)
        user.set_unusable_password()
        self.users.append((user, row))
        person = Person(user)
        self.people.add(person)
        return person

    def _add_phones(self, person: Person, row: RosterRow, is_new: bool, reasons: list[str]) -> None:
        new = [phone for phone in row.phones if key_of(phone.number) not in person.phones]
        for phone in new:
            contact = ContactPhone(user=person.user, number=phone.number, complete=phone.complete)
            contact.position = len(person.phones)
            person.phones[key_of(phone.number)] = phone
            self.phones.append(contact)
        if new and not is_new:
            reasons.append(_("contact number added"))
        if not row.phones:
            reasons.append(_("no phone number"))
        reasons += [
            _("number %(number)s has a wrong count of digits, kept as it is, please check")
            % {"number": masked(phone.number)}
            for phone in row.phones
            if not phone.complete
        ]

    def _note_namesakes(self, row: RosterRow, places: set[Place], reasons: list[str]) -> None:
        reasons += [
            _("same name as in row %(row)s but another number: taken as two people")
            % {"row": other.row.number}
            for other in self.people.of_name(row.name)
            if other.row and other.places & places
        ]
