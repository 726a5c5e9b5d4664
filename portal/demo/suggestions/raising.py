"""Suggestions of two years' sessions and the time between: the plan, each life by the acts."""

from collections import Counter
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
    thins them out: 0.1 raises a tenth of the plan."""
    days = Days(cast.county, today)
    congresses = lay_ground(cast, days, at)
    run(_lives(congresses, days, scale), until=timezone.make_aware(datetime.combine(today, time())))


def _lives(congresses: dict[str, Congress], days: Days, scale: float) -> Iterator[Steps]:
    texts, plan = words("suggestions"), words("suggestions_plan")
    names, told = list(texts), Counter[tuple[str, str]]()
    for turn, row in enumerate([*plan["suggestion"], *_filling(congresses, texts, plan)]):
        if int((turn + 1) * scale) == int(turn * scale):
            continue
        about = (row["office"], row["text"])
        place = names.index(row["text"]) + told[about]
        told[about] += 1
        chance = Random(f"suggestion {turn}")
        case = Case(congresses, row, texts[row["text"]], days, chance, turn=turn, place=place)
        yield COURSES[row.get("course", "closed")](case)


def _filling(congresses: dict[str, Congress], texts: dict[str, Row], plan: Row) -> Iterator[Row]:
    """Ordinary ones that were closed, on what nobody else of the session spoke of."""
    names = [name for name, text in texts.items() if text.get("ordinary", True)]
    for number, row in enumerate(plan["filling"]):
        congress = congresses[row["office"]]
        taken = {each["text"] for each in plan["suggestion"] if _together(each, row)}
        fitting = [name for name in names if congress.unit(texts[name]["unit"])]
        free = [name for name in fitting if name not in taken]
        for count in range(row["count"]):
            text = free[(number * 11 + count) % len(free)]
            yield {name: value for name, value in row.items() if name != "count"} | {"text": text}


def _together(one: Row, other: Row) -> bool:
    return (one["office"], one.get("session")) == (other["office"], other["session"])
