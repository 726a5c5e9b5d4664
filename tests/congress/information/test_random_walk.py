"""A walk through the process: allowed acts nine times in ten, every transition often enough."""

import random
from collections import Counter
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db.models import Sum

from congress.audit.models import Entry
from congress.flow.moves import NotNow
from congress.flow.transitions import Transition
from congress.information import actions
from congress.information.models import Adoption, Item, PointsLine, Return
from congress.information.states import ITEM
from congress.organisations.rules import NotAllowed
from tests.factories.information import (
    RETURN,
    ItemFactory,
    PointsRuleFactory,
    PublicationFactory,
    actor_of,
)
from tests.routes.world import World

STEPS, AT_LEAST, ITEMS = 1000, 20, 4
REASON = {"reason": "登记有误"}


class Walk:
    """Several items of one township, and dice."""

    def __init__(self, world: World, seed: int) -> None:
        self.world, self.dice = world, random.Random(seed)
        self.people = {
            "secretary": actor_of("secretary", world.township),
            "chair": actor_of("chair", world.township),
            "county_editor": actor_of("county_editor", world.county),
        }
        self.publications = [PublicationFactory(county=world.county) for _ in range(40)]
        self.items: list[int] = []
        self.numbers: dict[int, str] = {}
        self.taken: Counter[str] = Counter()
        self.refused = 0

    def step(self) -> None:
        item = self.pick()
        stray = self.dice.random() < 0.1
        choices = ITEM.transitions if stray else fitting(item)
        transition = self.dice.choices(choices, [self.worth(t, item) for t in choices])[0]
        entries = Entry.objects.filter(kind="item")
        before = entries.count()
        try:
            self.take(transition.act, item)
        except (NotNow, NotAllowed, ValidationError):
            self.refused += 1
            assert entries.count() == before
        else:
            assert entries.count() == before + 1
            written = entries.latest("pk")
            self.taken[written.act] += 1
        self.check(item.pk)

    def worth(self, transition: Transition, item: Item) -> float:
        """How seldom it was taken, and half of that of the rarest to which it leads."""
        follow = [t.act for t in ITEM.transitions if transition.target in t.sources]
        ahead = [self.rarity(act) for act in follow if fits(act, item)]
        return self.rarity(transition.act) + max(ahead, default=0) / 2

    def rarity(self, act: str) -> float:
        return 1 / (1 + self.taken[act]) ** 2

    def pick(self) -> Item:
        """Any of them, rather one that may take what was seldom taken."""
        closed = Item.objects.filter(pk__in=self.items, state="withdrawn").values_list("pk")
        self.items = [pk for pk in self.items if (pk,) not in list(closed)]
        while len(self.items) < ITEMS:
            self.items.append(ItemFactory(organisation=self.world.township, at=self.world.at).pk)
        items = list(Item.objects.filter(pk__in=self.items).order_by("pk"))
        weights = [max(self.worth(t, item) for t in fitting(item)) for item in items]
        return self.dice.choices(items, weights)[0]

    def take(self, act: str, item: Item) -> None:
        """The act that may end in the named transition; the signature is wished by chance."""
        at, by = (
            self.world.at,
            self.people[next(t for t in ITEM.transitions if t.act == act).roles[0]],
        )
        if act in ("request_sign_off", "submit", "resubmit"):
            wanted = act == "request_sign_off"
            actions.set_sign_off(self.world.township, wanted=wanted, by=self.people["chair"], at=at)
            actions.submit_item(item, by=by, at=at)
        elif act in ("undo_adoption", "undo_last_adoption"):
            adoption = item.adoptions.filter(undone_at=None).first() or item.adoptions.first()
            if adoption is None:
                raise NotAllowed
            actions.undo_adoption(adoption, **REASON, by=by, at=at)
        else:
            plain, more = self.plain(act)
            plain(item, **more, by=by, at=at)

    def plain(self, act: str) -> tuple[Any, dict[str, Any]]:
        today = {"adopted_on": self.world.today, "publication": self.dice.choice(self.publications)}
        return {
            "recall": (actions.recall_item, {}),
            "recall_returned": (actions.recall_item, {}),
            "send_back": (actions.send_back_item, {"remark": "请核对"}),
            "send_back_returned": (actions.send_back_item, {"remark": "请核对"}),
            "sign_off": (actions.sign_off_item, {}),
            "withdraw": (actions.withdraw_item, {}),
            "return": (actions.return_item, RETURN),
            "undo_return": (actions.undo_return, REASON),
            "adopt": (actions.adopt_item, today),
            "retain": (actions.retain_item, REASON),
            "undo_retain": (actions.undo_retain, REASON),
        }[act]

    def check(self, pk: int) -> None:
        """What holds after every step."""
        item = Item.objects.get(pk=pk)
        moves = Entry.objects.filter(object_id=pk, kind="item").exclude(to_state="")
        last = moves.order_by("pk").last()
        assert item.state == (last.to_state if last else "draft")
        assert self.numbers.setdefault(pk, item.reference or "") in ("", item.reference)
        self.numbers[pk] = item.reference or ""
        standing = Adoption.objects.filter(item=item, undone_at=None)
        assert (item.state == "adopted") == standing.exists()
        lines = PointsLine.objects.filter(item=item)
        given = lines.filter(adoption__in=standing, source="rule")
        assert total(lines) == total(given)
        assert (item.state == "returned") <= Return.objects.standing().filter(item=item).exists()
        submissions = moves.filter(act__in=["submit", "resubmit", "sign_off"]).count()
        assert item.rounds.count() == submissions


def fitting(item: Item) -> list[Transition]:
    return [t for t in ITEM.transitions if item.state in t.sources and fits(t.act, item)]


def fits(act: str, item: Item) -> bool:
    """Where one button stands for two transitions: whether it would take this one."""
    standing = item.adoptions.filter(undone_at=None).count()
    return {
        "recall": item.reference is None,
        "recall_returned": item.reference is not None,
        "send_back": item.reference is None,
        "send_back_returned": item.reference is not None,
        "undo_adoption": standing > 1,
        "undo_last_adoption": standing == 1,
    }.get(act, True)


def total(lines: Any) -> Any:
    return lines.aggregate(sum=Sum("points"))["sum"] or 0


@pytest.mark.parametrize("seed", [20260301])
def test_every_transition_is_taken_and_nothing_breaks(seed: int, world: World):
    PointsRuleFactory(county=world.county, points="2.50")
    walk = Walk(world, seed)
    for _ in range(STEPS):
        walk.step()
    rare = {t.act: walk.taken[t.act] for t in ITEM.transitions if walk.taken[t.act] < AT_LEAST}
    assert rare == {}
    assert walk.refused > STEPS / 40
    numbers = sorted(Item.objects.exclude(reference=None).values_list("reference", flat=True))
    assert [int(number[-4:]) for number in numbers] == list(range(1, len(numbers) + 1))
