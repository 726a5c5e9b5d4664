"""A corpus of which the test knows by itself what each query must find."""

import itertools
from collections.abc import Iterator
from pathlib import Path
from random import Random

from django.utils import timezone

from congress.information.actions.reading import index_texts
from congress.information.models import Item
from congress.organisations.models import Organisation

QUERIES = Path(__file__).with_name("corpus.txt").read_text("utf-8").split()
FILLER = "我镇本月召开会议听取汇报部署工作并就有关问题进行讨论大家一致认为应当继续加强落实取得成效"
ENDS = "。，；：、！？”）\n"
# Of each query in each township: texts with it, and of every kind of text that only seems so.
TRUE, DECOYS = 12, 16
PLAIN = 400


def sentence(chance: Random, length: int = 24) -> str:
    return "".join(chance.choice(FILLER) for _ in range(length))


def within(query: str, chance: Random) -> str:
    return f"{sentence(chance)}{query}{sentence(chance)}。{sentence(chance)}。"


def apart(query: str, chance: Random) -> str:
    return f"{sentence(chance)}{sentence(chance, 3).join(query)}{sentence(chance)}。"


def in_pairs_apart(query: str, chance: Random) -> str:
    pairs = [first + second for first, second in itertools.pairwise(query)]
    return "，".join(f"{sentence(chance, 6)}{pair}{sentence(chance, 6)}" for pair in pairs)


def reversed_(query: str, chance: Random) -> str:
    return f"{sentence(chance)}{query[::-1]}{sentence(chance)}。"


def across_an_end(query: str, chance: Random) -> str:
    at = chance.randrange(1, len(query))
    return f"{sentence(chance)}{query[:at]}{chance.choice(ENDS)}{query[at:]}{sentence(chance)}。"


def texts(chance: Random) -> Iterator[tuple[str, str]]:
    """Titles and bodies; a query stands in either."""
    for query in QUERIES:
        for number in range(TRUE):
            text = within(query, chance)
            in_title = number % 3 == 0
            yield (text[:60], sentence(chance)) if in_title else (sentence(chance), text)
        for number in range(DECOYS):
            kinds = (apart, in_pairs_apart, reversed_, across_an_end)
            yield sentence(chance), kinds[number % 4](query, chance)
    for _ in range(PLAIN):
        yield sentence(chance), sentence(chance, 200)


def write_corpus(township: Organisation, seed: str) -> list[Item]:
    """Drafts of the township, in the index."""
    now = timezone.now()
    items = Item.objects.bulk_create(
        Item(organisation=township, title=title[:120], body=body, created_at=now)
        for title, body in texts(Random(seed))
    )
    index_texts(items)
    return items


def holding(items: list[Item], query: str) -> set[int]:
    """Found by reading every text."""
    return {item.pk for item in items if query in item.title or query in item.body}
