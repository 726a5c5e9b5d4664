"""The mandates of a roster's rows: made, found again, ended."""

from datetime import date

from django.utils.translation import gettext as _

from congress.organisations.importing.persons import Person
from congress.organisations.importing.places import Places
from congress.organisations.models import Deputy, Organisation, Term
from congress.organisations.roster.rows import RosterRow

TEXTS = ("certificate_no", "occupation", "note")


class Mandates:
    """`new` and `ended` are what has to be written, each with the row that asks for it; `named`
    are the terms to be verified that a row has spoken of."""

    def __init__(self, places: Places, today: date) -> None:
        self.places = places
        self.today = today
        self.named: list[Term] = []
        self.new: list[tuple[Deputy, RosterRow]] = []
        self.ended: list[tuple[Deputy, RosterRow]] = []

    def enter(
        self,
        person: Person,
        term: Term,
        organisation: Organisation,
        row: RosterRow,
        reasons: list[str],
    ) -> bool:
        """Whether a mandate was made: a person has one in each term."""
        key = (term.congress_id, term.number)
        known = person.mandates.get(key)
        if known:
            self._compare(known, row, reasons)
            return False
        mandate = self._make(person, term, organisation, row, reasons)
        if term.unverified and self.places.is_new(term) and term not in self.named:
            self.named.append(term)
            reasons.append(
                _("term %(number)s of the county, to be verified") % {"number": term.number}
            )
        person.mandates[key] = mandate
        self.new.append((mandate, row))
        return True

    def _make(
        self,
        person: Person,
        term: Term,
        organisation: Organisation,
        row: RosterRow,
        reasons: list[str],
    ) -> Deputy:
        by_election = row.newly_elected and not self.places.is_new(term)
        mandate = Deputy(
            user=person.user,
            congress=term.congress,
            term=term,
            constituency=self.places.constituency_of(organisation, row.constituency),
            group=self.places.group_of(organisation, row.group),
            certificate_no=row.certificate_no,
            occupation=row.occupation,
            note=row.note,
            starts_on=max(term.starts_on, self.today) if by_election else term.starts_on,
            ends_on=term.ends_on,
        )
        _shorten(mandate, reasons)
        if row.left:
            self._end(mandate, row, reasons)
        return mandate

    def _compare(self, mandate: Deputy, row: RosterRow, reasons: list[str]) -> None:
        """A mandate that is there stays as it is, but for its end."""
        before = mandate.constituency.name if mandate.constituency else ""
        if row.constituency != before and row.constituency:
            reasons.append(
                _("constituency %(name)s differs from the one entered (%(before)s), which stays")
                % {"name": row.constituency, "before": before or "—"}
            )
        over = mandate.ends_on is not None and mandate.ends_on <= self.today
        if over and not row.left:
            reasons.append(_("the mandate has ended and is not begun again"))
        if row.left and not over:
            self._end(mandate, row, reasons)
            mandate.note = mandate.note or row.note
            _shorten(mandate, reasons)
            if mandate.pk:
                self.ended.append((mandate, row))

    def _end(self, mandate: Deputy, row: RosterRow, reasons: list[str]) -> None:
        mandate.ends_on = max(self.today, mandate.starts_on)
        mandate.ends_on_unverified = True
        reasons.append(
            _("%(why)s: the mandate ends on %(day)s, day to be verified")
            % {"why": row.note[:20], "day": mandate.ends_on.isoformat()}
        )


def _shorten(mandate: Deputy, reasons: list[str]) -> None:
    for name in TEXTS:
        field = Deputy._meta.get_field(name)
        text = getattr(mandate, name)
        if len(text) > field.max_length:  # type: ignore[union-attr, operator]
            setattr(mandate, name, text[: field.max_length])  # type: ignore[union-attr]
            reasons.append(
                _("%(field)s cut to %(limit)s characters")
                % {"field": field.verbose_name, "limit": field.max_length}  # type: ignore[union-attr]
            )
