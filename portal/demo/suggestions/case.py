"""One suggestion on its way: its words, its people, and when the next act is due."""

from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from congress.organisations.models import Deputy, Organisation
from congress.suggestions.models import Assignment, Signatory, Suggestion
from portal.demo.days import moment
from portal.demo.suggestions.ground import COUNTY, Congress, Days, deputy_actor
from portal.demo.suggestions.paper import signed_paper
from portal.demo.words import words

Row = dict[str, Any]
# The last hour in which something that follows at once is still done on the same day.
EVENING = time(17, 15)
WISHES = ("kind", "consent", "formed_by", "raised_for", "wants_contact", "open_to_cosigners")
CONSENTS = (*("full",) * 6, "title_only", "full", "full", "none")
FORMED = ("visit", "meeting", "", "visit", "research", "other", "")


class Case:
    """`row` is the line of the plan, `text` what the suggestion and its answers say; `turn` varies
    who signs, `place` of which village it speaks."""

    suggestion: Suggestion

    def __init__(
        self,
        congresses: dict[str, Congress],
        row: Row,
        text: Row,
        days: Days,
        chance: Random,
        *,
        turn: int,
        place: int,
    ) -> None:
        congress = congresses[row["office"]]
        self.congresses, self.congress = congresses, congress
        self.row, self.days, self.chance = row, days, chance
        self.turn, self.place = turn, place
        places = self._places()
        self.text: Row = {
            key: value.strip().format(**places) if isinstance(value, str) else value
            for key, value in text.items()
        }
        people = congress.deputies
        self.lead: Deputy = people[row.get("lead", turn * 3) % len(people)]
        others = [deputy for deputy in people if deputy != self.lead]
        chosen = [others[number % len(others)] for number in row.get("with", ())]
        if "with" not in row and turn % 3 == 1:
            chosen = chance.sample(others[1:], 1 + turn % 2)
        self.cosigners = chosen
        self.session = congress.sessions.get(row.get("session", 0))
        self.at = self._begun()

    def _places(self) -> dict[str, str]:
        townships = words("townships")["township"]
        town = next((row for row in townships if row["name"] == self.congress.desk), townships[0])
        villages, place = town["villages"], self.place
        village, other = villages[place % len(villages)], villages[(place + 3) % len(villages)]
        return {"village": village, "other": other, "town": town["name"]}

    def _begun(self) -> datetime:
        """In a session on its days, otherwise so many working days ago."""
        if self.session:
            return moment(self.session.opens_on, self.chance)
        return moment(self.days.ago(self.row["begun"]), self.chance)

    # ---- time ----------------------------------------------------------------------------------

    def wait(self, *numbers: int) -> datetime:
        """Any of the numbers of working days from now; for 0, some minutes."""
        number = self.chance.choice(numbers)
        soon = self.at + timedelta(minutes=self.chance.randrange(4, 40))
        if number == 0 and timezone.localtime(soon).time() < EVENING:
            self.at = soon
        else:
            day = self.days.after(timezone.localdate(self.at), max(number, 1))
            self.at = moment(day, self.chance)
        return self.at

    def wait_until(self, ago: int) -> datetime:
        """The day so many working days ago, but not before now."""
        at = moment(self.days.ago(ago), self.chance)
        self.at = at if at > self.at else self.wait(0)
        return self.at

    @property
    def wishes(self) -> dict[str, Any]:
        """What the lead deputy ticked on the form."""
        turn = self.turn
        ticked: dict[str, Any] = {
            "consent": CONSENTS[turn % len(CONSENTS)],
            "formed_by": FORMED[turn % len(FORMED)],
            "wants_contact": turn % 4 == 0,
        }
        given = self.text | self.row
        return ticked | {name: given[name] for name in WISHES if name in given}

    @property
    def sort(self) -> dict[str, Any]:
        """The category and who can settle it, as the presidium finds."""
        return {name: self.text[name] for name in ("category", "jurisdiction")}

    @property
    def day(self) -> date:
        return timezone.localdate(self.at)

    def happens(self, share: float) -> bool:
        return self.chance.random() < share

    def say(self, name: str) -> str:
        return str(self.chance.choice(words("suggestions_words")[name])).strip()

    # ---- who acts ------------------------------------------------------------------------------

    @property
    def office(self) -> dict[str, Any]:
        return {"by": self.congress.office(self.at), "at": self.at}

    @property
    def presidium(self) -> dict[str, Any]:
        return {"by": self.congress.presidium, "at": self.at}

    @property
    def deputy(self) -> dict[str, Any]:
        return {"by": deputy_actor(self.lead), "at": self.at}

    def officer(self, part: Assignment) -> dict[str, Any]:
        return {"by": self.congress.officer(part.unit), "at": self.at}

    # ---- what stands ---------------------------------------------------------------------------

    @property
    def unit(self) -> Organisation:
        unit = self.congress.unit(str(self.row.get("unit") or self.text["unit"]))
        assert unit is not None, (self.congress.desk, self.text["unit"])
        return unit

    def parts(self) -> list[Assignment]:
        rows = Assignment.objects.running().filter(suggestion=self.suggestion.pk)
        return list(rows.select_related("unit", "suggestion__congress").order_by("pk"))

    def part(self) -> Assignment:
        """The lead's, or the first of several."""
        return self.parts()[0]

    def signed(self) -> list[Signatory]:
        rows = Signatory.objects.standing().filter(suggestion=self.suggestion.pk)
        return list(rows.select_related("deputy__user", "deputy__congress", "suggestion"))

    def like(self, text: str) -> "Case":
        """Another deputy's about the same matter, begun when this one is where it is."""
        row = self.row | {"text": text, "lead": self.turn * 3 + 5, "with": []}
        own = Random(f"like {self.turn}")
        return Case(
            self.congresses, row, words("suggestions")[text], self.days, own,
            turn=self.turn, place=self.place,
        )  # fmt: skip

    def above(self, suggestion: Suggestion) -> "Case":
        """The county's record of what was reported to it."""
        row: Row = {"office": COUNTY, "begun": 1, "unit": self.text["county_unit"], "with": []}
        above = Case(
            self.congresses, row, self.text, self.days, self.chance,
            turn=self.turn, place=self.place,
        )  # fmt: skip
        above.suggestion, above.lead, above.at = suggestion, self.lead, self.at
        return above

    def scan(self, name: str) -> SimpleUploadedFile:
        return SimpleUploadedFile(f"{name}.png", signed_paper(), content_type="image/png")
