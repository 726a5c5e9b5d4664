"""What is said about a row that is taken, but not quite as it stands."""

from datetime import date

from django.utils.translation import gettext as _

from congress.information.book.dates import may_have_lost_zero
from congress.information.book.frames import Frame
from congress.information.book.rows import BookRow
from congress.organisations.importing.checks import formula_remarks


def day_remarks(row: BookRow, day: date) -> list[str]:
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


def reading_remarks(row: BookRow) -> list[str]:
    reasons = [
        _("adoption text not understood, kept as it is: %(text)s") % {"text": text[:60]}
        for text in row.outcome.unread
    ]
    reasons += formula_remarks(row.formulas)
    if row.points is None and row.points_text:
        reasons.append(_("points are no number: %(text)s") % {"text": row.points_text[:20]})
    if row.kind is None and row.kind_text:
        reasons.append(_("type %(text)s taken as activity") % {"text": row.kind_text[:20]})
    return reasons
