"""Rows that name nobody, whose names no field holds, or of which the file holds no value."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from congress.organisations.importing.places import RowRefused
from congress.organisations.roster import words
from congress.organisations.roster.rows import RosterRow

LONGEST_NAME = 50
LONGEST_SECTION = 60


def check_names(row: RosterRow) -> None:
    if not row.name:
        raise RowRefused(_("The name is missing."))
    if row.name.startswith("="):
        raise RowRefused(_("What stands in the column of names is no name."))
    if words.VACANT.fullmatch(row.name.strip("()")):
        raise RowRefused(_("A vacant seat: there is nobody to enter."))
    if not any(character.isalpha() for character in row.name):
        raise RowRefused(_("What stands in the column of names is no name."))
    if len(row.name) > LONGEST_NAME:
        limit = {"limit": LONGEST_NAME}
        raise RowRefused(_("The name is longer than %(limit)s characters.") % limit)
    if max(len(row.constituency), len(row.group)) > LONGEST_SECTION:
        limit = {"limit": LONGEST_SECTION}
        raise RowRefused(_("Constituency or group is longer than %(limit)s characters.") % limit)


def formula_remarks(formulas: Iterable[str]) -> list[str]:
    return [
        _("the file holds no value of the formula %(text)s, which is not read")
        % {"text": text[:40]}
        for text in formulas
    ]
