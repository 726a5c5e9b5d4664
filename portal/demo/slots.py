"""What fills the gaps of a pattern: places, people, numbers, days."""

from datetime import date, timedelta
from random import Random
from typing import Any

from congress.organisations.names import short_form
from portal.demo.words import words

DIGITS = "零一二三四五六七八九"
BODIES = {
    "镇": {
        "body": "人大主席团",
        "presidium": "镇人大主席团",
        "gov": "镇政府",
        "deputies": "镇人大代表",
    },
    "乡": {
        "body": "人大主席团",
        "presidium": "乡人大主席团",
        "gov": "乡政府",
        "deputies": "乡人大代表",
    },
    "街道": {
        "body": "人大工委",
        "presidium": "街道人大工委",
        "gov": "街道办事处",
        "deputies": "辖区县人大代表",
    },
}


def in_words(number: int) -> str:
    """1 to 99 as offices write them: 十二, 三十."""
    tens, ones = divmod(number, 10)
    ten = "" if tens == 0 else "十" if tens == 1 else f"{DIGITS[tens]}十"
    return ten + (DIGITS[ones] if ones else "") or DIGITS[0]


def slots(place: dict[str, Any], day: date, chance: Random) -> dict[str, Any]:
    """Every slot that a pattern may name; a word that belongs to townships alone has its twin
    for sub-districts."""
    name = place["name"]
    level = name.removeprefix(short_form(name))
    one, two, three = chance.sample(place["villages"], 3)
    in_street = level == "街道"
    post = "工委主任" if in_street else "主席"
    return {
        "place": name,
        "short": short_form(name),
        "level": level,
        **BODIES[level],
        "chair": f"{level}人大{post}{place['chair']}",
        "chair_post": post,
        "secretary": place["secretary"],
        "village": one,
        "village2": two,
        "village3": three,
        "v": "社区" if in_street else "村",
        "committee": "居委会" if in_street else "村委会",
        "people": "居民" if in_street else "村民",
        "deputy": _person(chance),
        "deputy2": _person(chance),
        "villager": _villager(chance),
        **_numbers(chance),
        **_days(day, chance),
    }


def _person(chance: Random) -> str:
    names = words("shared")["names"]
    return chance.choice(names["family"]) + chance.choice(names["given"])


def _villager(chance: Random) -> str:
    return chance.choice(words("shared")["names"]["family"]) + chance.choice(
        ["大爷", "大娘", "师傅"]
    )


def _numbers(chance: Random) -> dict[str, Any]:
    count, opinions = chance.randrange(9, 39), chance.randrange(14, 66)
    few, two_four = chance.randrange(3, 10), chance.randrange(2, 5)
    groups = chance.randrange(2, 6)
    done = round(opinions * chance.uniform(0.45, 0.85))
    return {
        "count": count,
        "count_words": in_words(count),
        "groups": groups,
        "groups_words": in_words(groups),
        "homes": chance.randrange(46, 380),
        "opinions": opinions,
        "opinions_words": in_words(opinions),
        "done": done,
        "left": opinions - done,
        "few": few,
        "few_words": in_words(few),
        "more": chance.randrange(11, 29),
        "two_four": two_four,
        "two_four_words": "两三四"[two_four - 2],
        "hundreds": chance.randrange(120, 980),
        "thousands": chance.randrange(1100, 9800),
        "money": f"{chance.uniform(2.5, 68):.1f}",
        "kilometres": f"{chance.uniform(0.8, 7.6):.1f}",
        "percent": chance.randrange(61, 97),
        "percent_low": chance.randrange(11, 42),
        "years": chance.randrange(3, 12),
        "age": chance.randrange(61, 84),
    }


def _days(day: date, chance: Random) -> dict[str, str]:
    event = day - timedelta(days=chance.randrange(0, 4))
    start = event - timedelta(days=chance.randrange(2, 6))
    third = ("上旬", "中旬", "下旬")[min((event.day - 1) // 10, 2)]
    when = chance.choice(
        [
            f"{event.month}月{event.day}日，",
            f"{event.month}月{event.day}日，",
            f"{event.month}月{event.day}日上午，",
            f"{event.month}月{event.day}日下午，",
            f"{start.month}月{start.day}日至{event.month}月{event.day}日，",
            f"{event.month}月{third}，",
            "近日，",
            "日前，",
            "连日来，",
            "本周，",
        ]
    )
    ahead = event.replace(day=1) + timedelta(days=62)
    return {
        "when": when,
        "date": f"{event.month}月{event.day}日",
        "month": f"{event.month}月",
        "next_month": f"{ahead.month}月底",
        "year": str(event.year),
    }
