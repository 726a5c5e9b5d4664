"""Row by row: which item it is, and what is said about it."""

from datetime import date

from django.db.models.functions import TruncDate
from django.utils.translation import gettext as _

from congress.files.reports import CREATED, MERGED, REFUSED, UNCHANGED, Line
from congress.files.spreadsheets import compact
from congress.information.book.rows import BookRow
from congress.information.importing.entries import ItemEntry, item_of
from congress.information.importing.publications import Publications
from congress.information.importing.reading import LONGEST_TITLE, check_title, day_of
from congress.information.importing.remarks import day_remarks, reading_remarks
from congress.information.models import Item
from congress.organisations.importing.checks import formula_remarks
from congress.organisations.importing.places import RowRefused, own_organisations
from congress.organisations.models import Organisation
from congress.organisations.recognition import Recognition

Key = tuple[int, str, date]


def known_items(county: Organisation) -> set[Key]:
    """Organisation, title and day of every item that the county was handed; one query."""
    handed = Item.objects.submitted().filter(organisation__parent=county)
    rows = handed.values_list("organisation_id", "title", TruncDate("submitted_at"))
    return {(organisation, compact(title), day) for organisation, title, day in rows}


class Decisions:
    """Takes rows one after the other. `lines` says what became of them, `entries` and
    `publications.new` are what has to be written, in the order of the file."""

    def __init__(self, county: Organisation) -> None:
        self.recognition = Recognition(county, own_organisations(county)[1:])
        self.publications = Publications(county)
        self.known = known_items(county)
        self.lines: list[Line] = []
        self.entries: list[ItemEntry] = []
        self.seen: dict[tuple[Key, object], BookRow] = {}
        self.rows_of: dict[Key, BookRow] = {}
        self.last: ItemEntry | None = None

    def take(self, row: BookRow) -> None:
        try:
            fate, reasons = self._decide(row)
        except RowRefused as refused:
            fate, reasons = REFUSED, [str(refused), *formula_remarks(row.formulas)]
        reason = "；".join(dict.fromkeys(reasons))
        self.lines.append(Line(row.sheet, row.number, fate, reason, row.title[:LONGEST_TITLE]))

    def _decide(self, row: BookRow) -> tuple[str, list[str]]:
        organisation = self._organisation_of(row)
        check_title(row)
        day = day_of(row)
        key: Key = (organisation.pk, compact(row.title), day)
        reasons = [*day_remarks(row, day), *reading_remarks(row)]
        twin = self.seen.setdefault((key, row.same), row)
        if twin is not row:
            return MERGED, [_("pasted twice, the same as row %(row)s") % {"row": twin.number}]
        before = self.rows_of.setdefault(key, row)
        if row.continues and before is not row:
            return self._continue(row, before, key, reasons)
        if key in self.known:
            return UNCHANGED, reasons
        if before is not row:
            reasons.append(
                _("unit, title and day as in row %(row)s, the rest not: taken as two items")
                % {"row": before.number}
            )
        self.last = ItemEntry(row, day, item_of(row, organisation, day))
        self.last.add_outcome(row, self.publications)
        self.entries.append(self.last)
        return CREATED, reasons

    def _continue(
        self, row: BookRow, before: BookRow, key: Key, reasons: list[str]
    ) -> tuple[str, list[str]]:
        """A line whose title is merged with the one above tells more about the same item."""
        if self.last and key not in self.known:
            self.last.add_outcome(row, self.publications)
        same = _("the same item as in row %(row)s") % {"row": before.number}
        return MERGED, [same, *reasons]

    def _organisation_of(self, row: BookRow) -> Organisation:
        texts = (row.organisation,) if row.organisation else (row.section, row.sheet, *row.titles)
        for text in filter(None, texts):
            found = self.recognition.meant_by(text)
            if not found and not row.organisation:
                found = self.recognition.named_in(text)
            if found:
                return found
        if not row.organisation:
            raise RowRefused(_("The unit that submitted is missing."))
        raise RowRefused(
            _("There is no organisation “%(name)s” in this county. Please enter it first.")
            % {"name": row.organisation[:60]}
        )
