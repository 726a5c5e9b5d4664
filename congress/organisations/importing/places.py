"""Organisations, terms, constituencies and groups that the rows of a roster mean."""

import re
from collections import Counter
from datetime import date
from typing import TypeVar

from django.utils.translation import gettext as _

from congress.organisations.models import Constituency, DeputyGroup, Organisation, Term
from congress.organisations.models.organisations import TOWNSHIP_KINDS
from congress.organisations.recognition import Recognition, township_in
from congress.organisations.roster.rows import Roster, RosterRow

HEADLINE = re.compile(r"届|名册|名单|花名")
Section = TypeVar("Section", Constituency, DeputyGroup)


class RowRefused(Exception):
    """`str()` is the reason, for the person who keeps the file."""


def own_organisations(county: Organisation) -> list[Organisation]:
    """The county, its townships and its sub-districts."""
    below = Organisation.objects.filter(parent=county, kind__in=TOWNSHIP_KINDS)
    return [county, *below.select_related("parent")]


class Places:
    """Knows what is there and makes, unsaved, what the rows need: `new_…` in order of need."""

    def __init__(self, county: Organisation, roster: Roster, today: date) -> None:
        self.county = county
        self.today = today
        organisations = own_organisations(county)
        self.recognition = Recognition(county, organisations)
        self.terms = list(Term.objects.filter(congress__in=organisations))
        self.usual_number = next(iter(_by_frequency(roster.terms)), None)
        self.constituencies = _sections(Constituency, organisations)
        self.groups = _sections(DeputyGroup, organisations)
        self.new_terms: list[Term] = []
        self.new_constituencies: list[Constituency] = []
        self.new_groups: list[DeputyGroup] = []

    def organisation_of(self, row: RosterRow) -> Organisation:
        """What the row, its section, its sheet or its title says. Raises `RowRefused`."""
        if row.organisation:
            found = self.recognition.meant_by(row.organisation)
            return found or self._unknown(row.organisation)
        if row.section:
            found = self.recognition.meant_by(row.section) or self.recognition.named_in(row.section)
            if found:
                return found
        return self._of_sheet(row)

    def _of_sheet(self, row: RosterRow) -> Organisation:
        """Titles and the sheet's name must not contradict each other."""
        texts = (row.sheet, *(title for title in row.titles if HEADLINE.search(title)))
        named: dict[str, Organisation | None] = {}
        for text in texts:
            found = self.recognition.meant_by(text) or self.recognition.named_in(text)
            name = found.name if found else township_in(text)
            if name:
                named[name] = found
        if not named:
            return self._by_any_title(row)
        if len(named) > 1:
            raise RowRefused(
                _("The title and the sheet's name mean different organisations (%(names)s).")
                % {"names": "、".join(named)}
            )
        ((name, organisation),) = named.items()
        return organisation or self._unknown(name)

    def _by_any_title(self, row: RosterRow) -> Organisation:
        """填报单位：石桥镇人大主席团, or a roster of the county as a whole."""
        for title in row.titles:
            found = self.recognition.named_in(title)
            if found:
                return found
        texts = (row.sheet, *row.titles)
        unknown = next(filter(None, map(township_in, texts)), None)
        if unknown is None and any(map(self.recognition.names_county, texts)):
            return self.county
        return self._unknown(unknown or row.sheet)

    def _unknown(self, text: str) -> Organisation:
        raise RowRefused(
            _("There is no organisation “%(name)s” in this county. Please enter it first.")
            % {"name": text[:60]}
        )

    def term_of(self, congress: Organisation, titled: int | None) -> Term:
        """A township's term is the one in the title; the county's is its running one, or else has
        the number that most titles carry, to be verified. Raises `RowRefused`."""
        own = [term for term in self.terms if term.congress_id == congress.pk]
        running = next((term for term in own if self._runs(term)), None)
        number = titled if congress != self.county else None
        if number is None and running:
            return running
        wanted = number or self.usual_number
        if wanted is None:
            raise RowRefused(
                _("No title names a term (第…届), and %(name)s has no running term.")
                % {"name": congress.name}
            )
        found = next((term for term in own if term.number == wanted), None)
        if found:
            return found
        if running and running.number > wanted:
            raise RowRefused(
                _("The title names term %(titled)s, but term %(running)s of %(name)s is running.")
                % {"titled": wanted, "running": running.number, "name": congress.name}
            )
        term = Term(
            congress=congress, number=wanted, starts_on=self.today, unverified=number is None
        )
        self.terms.append(term)
        self.new_terms.append(term)
        return term

    def is_new(self, term: Term) -> bool:
        return any(term is new for new in self.new_terms)

    def _runs(self, term: Term) -> bool:
        ended = term.ends_on is not None and term.ends_on <= self.today
        return term.starts_on <= self.today and not ended

    def constituency_of(self, organisation: Organisation, name: str) -> Constituency | None:
        return _section(
            Constituency, self.constituencies, self.new_constituencies, organisation, name
        )

    def group_of(self, organisation: Organisation, name: str) -> DeputyGroup | None:
        return _section(DeputyGroup, self.groups, self.new_groups, organisation, name)


def _by_frequency(numbers: tuple[int, ...]) -> list[int]:
    return [number for number, _count in Counter(numbers).most_common()]


def _sections(
    model: type[Section], organisations: list[Organisation]
) -> dict[tuple[int, str], Section]:
    rows = model._default_manager.filter(organisation__in=organisations)
    return {(row.organisation_id, row.name): row for row in rows}


def _section(
    model: type[Section],
    known: dict[tuple[int, str], Section],
    new: list[Section],
    organisation: Organisation,
    name: str,
) -> Section | None:
    if not name:
        return None
    key = (organisation.pk, name)
    if key not in known:
        known[key] = model(organisation=organisation, name=name)
        new.append(known[key])
    return known[key]
