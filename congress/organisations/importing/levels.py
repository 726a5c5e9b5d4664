"""Which congresses a row means by its level and by where it stands."""

import re

from django.utils.translation import gettext as _

from congress.organisations.importing.places import RowRefused
from congress.organisations.models import Organisation
from congress.organisations.models.organisations import Kind
from congress.organisations.roster import words
from congress.organisations.roster.rows import RosterRow

COUNTY_TITLE = re.compile(r"[县市区旗](级)?(人大|人民代表大会)代表")
OWN = frozenset({words.COUNTY, words.TOWNSHIP})


def congresses_of(
    row: RosterRow, organisation: Organisation, county: Organisation, reasons: list[str]
) -> list[Organisation]:
    """The congresses of the row's mandates, the county's first. Raises `RowRefused` where none
    is kept here; adds to `reasons` what is not taken as written."""
    levels = row.levels
    if words.CITY in levels and county.name.endswith("市"):
        levels = levels - {words.CITY} | {words.COUNTY}
    if levels and not levels & OWN:
        raise RowRefused(_("Mandates above the county are not kept here."))
    if levels - OWN:
        reasons.append(_("mandates above the county are not kept here"))
    if organisation.kind != Kind.TOWNSHIP:
        _note_township_level(levels, organisation, county, reasons)
        return [county]
    if not levels:
        levels = frozenset({_usual_level(row)})
        word = "县" if words.COUNTY in levels else "乡镇"
        if row.has_level:
            reasons.append(_("no level given, taken as %(level)s") % {"level": word})
    return [
        congress
        for level, congress in ((words.COUNTY, county), (words.TOWNSHIP, organisation))
        if level in levels
    ]


def _note_township_level(
    levels: frozenset[str], organisation: Organisation, county: Organisation, reasons: list[str]
) -> None:
    """In a sub-district, and in a roster of the county itself, the mandate is the county's."""
    if words.TOWNSHIP not in levels:
        return
    if organisation == county:
        raise RowRefused(_("The roster does not say which township elected this deputy."))
    reasons.append(
        _("level “township”: a sub-district has no congress, so only the county's is entered")
    )


def _usual_level(row: RosterRow) -> str:
    return words.COUNTY if any(map(COUNTY_TITLE.search, row.titles)) else words.TOWNSHIP
