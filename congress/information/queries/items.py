"""What an item's page and the lists show."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from congress.audit.actors import Actor
from congress.audit.models import Entry
from congress.audit.queries import timeline
from congress.information.differences import Piece, differences
from congress.information.models import (
    Adoption,
    Instruction,
    Item,
    ItemAttachment,
    PointsLine,
    Return,
    Round,
    SentUp,
)
from congress.information.models.items import ItemText
from congress.information.rules import (
    attachments_visible_to,
    is_own,
    may_read_text,
    visible_to,
)

ON_THE_DESK = ("draft", "awaiting_sign_off", "returned")


@dataclass(frozen=True)
class Change:
    """What a hand-in changed against the one before."""

    round: Round
    title: list[Piece]
    body: list[Piece]


@dataclass(frozen=True)
class ItemPage:
    """Everything on an item's page. `text` is what this reader may read now, None where only
    number and title may be seen; `points` are the sum of its lines."""

    item: Item
    text: ItemText | None
    adoptions: list[Adoption]
    sendings: list[SentUp]
    instructions: list[Instruction]
    returns: list[Return]
    lines: list[PointsLine]
    attachments: list[ItemAttachment]
    changes: list[Change]
    timeline: list[Entry]


def listed(actors: Iterable[Actor]) -> QuerySet[Item]:
    """The visible items with what a row shows."""
    return visible_to(actors).select_related("organisation")


def item_page(item: Item, actors: tuple[Actor, ...]) -> ItemPage:
    if not any(may_read_text(actor, item) for actor in actors):
        return _closed_page(item)
    own = any(is_own(actor, item) for actor in actors)
    text: ItemText = item
    if own and item.state in ON_THE_DESK and hasattr(item, "draft"):
        text = item.draft
    rounds = list(item.rounds.all())
    given = PointsLine.objects.filter(source="rule").select_related("rule__publication")
    entries = timeline(item).exclude(act="download")
    if not own:
        entries = entries.exclude(act__in=["create", "edit", "attach", "detach", *PRIVATE_ACTS])
    return ItemPage(
        item=item,
        text=text,
        adoptions=list(
            item.adoptions.select_related("publication").prefetch_related(
                Prefetch("points_lines", given, to_attr="given")
            )
        ),
        sendings=list(item.sendings.all()),
        instructions=list(item.instructions.all()),
        returns=list(item.returns.all()),
        lines=list(item.points_lines.all()),
        attachments=list(attachments_visible_to(actors).filter(item=item)),
        changes=[
            Change(
                later,
                differences(earlier.title, later.title),
                differences(earlier.body, later.body),
            )
            for earlier, later in itertools.pairwise(rounds)
        ],
        timeline=list(entries),
    )


def _closed_page(item: Item) -> ItemPage:
    """Number and title, and the act that closed it."""
    entries = timeline(item).filter(to_state=item.state)
    return ItemPage(item, None, [], [], [], [], [], [], [], list(entries))


# Between the secretary and the chair; the county does not see them.
PRIVATE_ACTS = (
    "request_sign_off",
    "recall",
    "recall_returned",
    "send_back",
    "send_back_returned",
)
