"""Rows that name nobody, or whose names no field holds."""

from django.utils.translation import gettext as _

from congress.organisations.importing.places import RowRefused
from congress.organisations.roster import words
from congress.organisations.roster.rows import RosterRow

LONGEST_NAME = 50
LONGEST_SECTION = 60


def check_names(row: RosterRow) -> None:
    if not row.name:
        raise RowRefused(_("The name is missing."))
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
