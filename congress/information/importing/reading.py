"""Title and day of a row, or the reason why it cannot be taken."""

from datetime import date

from django.utils.translation import gettext as _

from congress.files.spreadsheets import text_of
from congress.information.book.dates import NoSuchDay, NoYear, Unreadable, read_day
from congress.information.book.rows import BookRow
from congress.organisations.importing.places import RowRefused

LONGEST_TITLE = 120


def check_title(row: BookRow) -> None:
    if not row.title:
        raise RowRefused(_("The title is missing."))
    if len(row.title) > LONGEST_TITLE:
        limit = {"limit": LONGEST_TITLE}
        raise RowRefused(_("The title is longer than %(limit)s characters.") % limit)


def day_of(row: BookRow) -> date:
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
