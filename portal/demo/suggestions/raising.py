"""Suggestions of two years' sessions and the time between: the plan, each life by the acts."""

from collections.abc import Iterator
from datetime import date, datetime, time
from random import Random

from django.utils import timezone

from portal.demo.people import Cast
from portal.demo.running import Steps, run
from portal.demo.suggestions.case import Case, Row
from portal.demo.suggestions.courses import COURSES
from portal.demo.suggestions.ground import Congress, Days, lay_ground
from portal.demo.words import words


def raise_suggestions(cast: Cast, *, today: date, scale: float, at: datetime) -> None:
    """The sessions are held and all suggestions brought to where they stand this morning. `scale`
    thins out those that the plan only counts."""
    days = Days(cast.county, today)
    congresses = lay_ground(cast, days, at)
    run(_lives(congresses, days, scale), until=timezone.make_aware(datetime.combine(today, time())))


def _lives(congresses: dict[str, Congress], days: Days, scale: float) -> Iterator[Steps]:
    texts = words("suggestions")
    plan = words("suggestions_plan")
    for turn, row in enumerate([*plan["suggestion"], *_filling(congresses, texts, plan, scale)]):
        chance = Random(f"suggestion {turn}")
        case = Case(congresses, row, texts[row["text"]], days, chance, turn)
        yield COURSES[row.get("course", "closed")](case)


def _filling(
    congresses: dict[str, Congress], texts: dict[str, Row], plan: Row, scale: float
) -> Iterator[Row]:
    """Ordinary ones that were closed, each text as late again as there are texts."""
    names = [name for name, text in texts.items() if text.get("ordinary", True)]
    for number, row in enumerate(plan["filling"]):
        congress = congresses[row["office"]]
        fitting = [name for name in names if congress.unit(texts[name]["unit"])]
        for count in range(max(round(row["count"] * scale), 1)):
            text = fitting[(number * 11 + count) % len(fitting)]
            yield {name: value for name, value in row.items() if name != "count"} | {"text": text}
