"""Row by row: which item it is, and what is said about it."""

from datetime import date

from django.db.models.functions import TruncDate
from django.utils.translation import gettext as _

from congress.files.reports import CREATED, MERGED, REFUSED, UNCHANGED, Line
from congress.files.spreadsheets import compact, text_of
from congress.information.book.dates import (
    Frame,
    NoSuchDay,
    NoYear,
    Unreadable,
    may_have_lost_zero,
    read_day,
)
from congress.information.book.rows import BookRow
from congress.information.importing.entries import ItemEntry, item_of
from congress.information.importing.publications import Publications
from congress.information.models import Item
from congress.organisations.importing.places import RowRefused, own_organisations
from congress.organisations.models import Organisation
from congress.organisations.recognition import Recognition

LONGEST_TITLE = 120

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
            fate, reasons = REFUSED, [str(refused)]
        reason = "；".join(dict.fromkeys(reasons))
        self.lines.append(Line(row.sheet, row.number, fate, reason, row.title[:LONGEST_TITLE]))

    def _decide(self, row: BookRow) -> tuple[str, list[str]]:
        organisation = self._organisation_of(row)
        _check_title(row)
        day = _day_of(row)
        key: Key = (organisation.pk, compact(row.title), day)
        reasons = [*_day_reasons(row, day), *_reading_reasons(row)]
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


def _check_title(row: BookRow) -> None:
    if not row.title:
        raise RowRefused(_("The title is missing."))
    if len(row.title) > LONGEST_TITLE:
        limit = {"limit": LONGEST_TITLE}
        raise RowRefused(_("The title is longer than %(limit)s characters.") % limit)


def _day_of(row: BookRow) -> date:
    shown = text_of(row.day)[:30]
    if not shown:
        raise RowRefused(_("The day is missing."))
    try:
        return read_day(row.day, row.frame)
    except NoSuchDay as error:
        raise RowRefused(_("There is no such day: %(day)s") % {"day": error}) from None
    except NoYear:
        raise RowRefused(
            _("“%(day)s” has no year, and the title has none either.") % {"day": shown}
        ) from None
    except Unreadable:
        raise RowRefused(_("“%(day)s” cannot be read as a day.") % {"day": shown}) from None


def _day_reasons(row: BookRow, day: date) -> list[str]:
    reasons = []
    if may_have_lost_zero(row.day):
        reasons.append(_("read as %(day)s, please check") % {"day": day.isoformat()})
    if row.frame.month not in (None, day.month) or row.frame.year not in (None, day.year):
        words = {"day": day.isoformat(), "month": _month_words(row.frame)}
        reasons.append(_("%(day)s is not in %(month)s of the sheet and is kept") % words)
    return reasons


def _month_words(frame: Frame) -> str:
    year = f"{frame.year}年" if frame.year else ""
    return f"{year}{frame.month}月" if frame.month else year


def _reading_reasons(row: BookRow) -> list[str]:
    reasons = [
        _("adoption text not understood, kept as it is: %(text)s") % {"text": text[:60]}
        for text in row.outcome.unread
    ]
    if row.points is None and row.points_text:
        reasons.append(_("points are no number: %(text)s") % {"text": row.points_text[:20]})
    if row.kind is None and row.kind_text:
        reasons.append(_("type %(text)s taken as activity") % {"text": row.kind_text[:20]})
    return reasons
