"""How much data a bench makes, and the offices they belong to, as rows for COPY."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

LEVELS = {"county": 5, "city": 10, "province": 20, "national": 30}
# The publications of a county: level, and the share of the adopted items that it prints.
PUBLICATIONS = (
    ("county", 1.0),
    ("county", 0.1),
    ("city", 0.3),
    ("province", 0.08),
    ("national", 0.01),
)
LONG_AGO = date(2011, 1, 10)
# The person who asks for the pages: the editor of the first county.
EDITOR = 1


class Table(NamedTuple):
    """`columns` as they stand in an INSERT."""

    name: str
    columns: str
    rows: Iterable[tuple[Any, ...]]


@dataclass(frozen=True)
class Scale:
    """`items` altogether, `townships` in each county, the days from the first of January of
    `first_year` to the last of December of `last_year`."""

    items: int
    counties: int = 1
    townships: int = 55
    first_year: int = 2016
    last_year: int = 2025

    def township_ids(self, county: int) -> range:
        first = self.counties + 1 + (county - 1) * self.townships
        return range(first, first + self.townships)


def offices(scale: Scale) -> Iterator[Table]:
    """Counties have the keys from 1, their townships those that follow."""
    counties = range(1, scale.counties + 1)
    yield Table(
        "organisations_organisation",
        "id, name, kind, short_name, position, parent_id",
        [(pk, f"第{pk}县", "county", "", pk, None) for pk in counties]
        + [
            (pk, f"第{pk}镇", "township", "", pk, county)
            for county in counties
            for pk in scale.township_ids(county)
        ],
    )
    yield Table(
        "organisations_user",
        "id, password, is_superuser, username, name, email, is_active",
        [(EDITOR, "!", False, "editor", "周明", "", True)],
    )
    yield Table(
        "organisations_appointment",
        "id, user_id, organisation_id, role, post_title, full_time, starts_on",
        [(1, EDITOR, 1, "county_editor", "", True, LONG_AGO)],
    )
    yield Table(
        "information_publication",
        "id, county_id, name, level, active",
        [
            (publication_id(county, place), county, f"第{place}种简报", level, True)
            for county in counties
            for place, (level, _) in enumerate(PUBLICATIONS)
        ],
    )
    yield Table(
        "information_pointsrule",
        "id, county_id, level, kind, points, valid_from",
        [
            (rule_id(county, level), county, level, "", points, LONG_AGO)
            for county in counties
            for level, points in LEVELS.items()
        ],
    )


def publication_id(county: int, place: int) -> int:
    return (county - 1) * len(PUBLICATIONS) + place + 1


def rule_id(county: int, level: str) -> int:
    return (county - 1) * len(LEVELS) + list(LEVELS).index(level) + 1
