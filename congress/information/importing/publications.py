"""The publications that an old book names, found among the county's or made."""

from congress.files.spreadsheets import compact
from congress.information.models import Publication
from congress.information.models.adoptions import Level
from congress.organisations.models import Organisation

LONGEST = 60
WORDS = {
    Level.COUNTY: "县",
    Level.CITY: "市",
    Level.PROVINCE: "省",
    Level.NATIONAL: "全国",
}


def core_of(name: str) -> str:
    """What names of one publication have in common: 县委办《每日要情》 and 每日要情 are one."""
    inside = name.partition("《")[2].partition("》")[0]
    return compact(inside or name)


class Publications:
    """One row for each level and title; `new` are the unsaved ones in order of need."""

    def __init__(self, county: Organisation) -> None:
        self.county = county
        self.new: list[Publication] = []
        known = Publication.objects.filter(county=county).order_by("pk")
        self.names = {publication.name for publication in known}
        self.known: dict[tuple[str, str], Publication] = {}
        for publication in known:
            self.known.setdefault((publication.level, core_of(publication.name)), publication)

    def get(self, level: str, name: str) -> Publication:
        key = (level, core_of(name))
        if key not in self.known:
            self.known[key] = self._make(level, name)
        return self.known[key]

    def _make(self, level: str, name: str) -> Publication:
        """Two levels may have a 《人大信息》 each: the second one is 市《人大信息》."""
        free = name[:LONGEST]
        for prefix in ("", WORDS[Level(level)], Level(level).label):
            free = f"{prefix}{name}"[:LONGEST]
            if free not in self.names:
                break
        publication = Publication(county=self.county, name=free, level=level)
        self.names.add(free)
        self.new.append(publication)
        return publication
