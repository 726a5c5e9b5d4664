"""Two decide one item, townships submit at once, a button is pressed twice: one wins, no gaps."""

import pytest
from django.utils import timezone

from congress.audit.actors import Actor
from congress.information import actions
from congress.information.models import Item, Publication
from tests.congress.information.found import Fate, Found
from tests.congress.information.racing import ROUNDS, race
from tests.factories.information import (
    RETAINED,
    RETURN,
    ItemFactory,
    PublicationFactory,
    actor_of,
)
from tests.factories.organisations import OrganisationFactory


def adopt(item: Item, by: Actor) -> None:
    actions.adopt_item(
        item,
        publication=Publication.objects.get(county=item.organisation.parent),
        adopted_on=timezone.localdate(),
        seen_state="submitted",
        by=by,
        at=timezone.now(),
    )


def give_back(item: Item, by: Actor) -> None:
    actions.return_item(item, **RETURN, by=by, at=timezone.now())


def retain(item: Item, by: Actor) -> None:
    actions.retain_item(item, reason=RETAINED, by=by, at=timezone.now())


def submit(item: Item, by: Actor) -> None:
    actions.submit_item(item, by=by, at=timezone.now())


def told(by: Actor, done: str) -> str:
    """The sentence of a refusal, but for the moment."""
    return f"{by.name}（{by.organisation_name}）已于…处理：{done}。请重新打开页面查看。"


# By act: its name in the trail and in words, the state it leads to, the reason that the item
# keeps, and how many rounds, returns and adoptions hang on it.
DECIDED = {
    adopt: ("adopt", "采用", "adopted", "", (1, 0, 1)),
    give_back: ("return", "退回修改", "returned", "", (1, 1, 0)),
    retain: ("retain", "留存", "retained", RETAINED, (1, 0, 0)),
}


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "pair", [(adopt, give_back), (adopt, adopt), (give_back, give_back), (retain, adopt)]
)
def test_one_of_two_editors_decides(pair, tmp_path):
    town = OrganisationFactory()
    PublicationFactory(county=town.parent)
    items = [ItemFactory(organisation=town, submitted=True) for _ in range(ROUNDS)]
    keys = [item.pk for item in items]
    editors = [actor_of("county_editor", town.parent, name) for name in ("孙云", "李岭")]
    seen = race(tmp_path, [(act, by, keys) for act, by in zip(pair, editors, strict=True)])
    for item in items:
        fates = [seen[number, item.pk] for number in (0, 1)]
        (winner,) = (number for number, fate in enumerate(fates) if fate.refusal == "")
        act, done, state, reason, hanging = DECIDED[pair[winner]]
        by = editors[winner]
        after = Found(state, item.reference, reason, *hanging, [("submit", "周明"), (act, by.name)])
        assert fates[winner] == Fate("", after)
        assert fates[1 - winner] == Fate(told(by, done), after)


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_townships_that_submit_at_once_have_numbers_without_gaps(tmp_path):
    """Two desks of one township and one of another."""
    towns = [OrganisationFactory(name=name) for name in ("石桥镇", "云坪镇")]
    people = [(towns[0], "周明"), (towns[0], "吴桥"), (towns[1], "郑云")]
    desks = {
        number: [ItemFactory(organisation=town).pk for _ in range(ROUNDS)]
        for number, (town, _) in enumerate(people)
    }
    seen = race(
        tmp_path,
        [
            (submit, actor_of("secretary", town, name), desks[number])
            for number, (town, name) in enumerate(people)
        ],
    )
    assert {fate.refusal for fate in seen.values()} == {""}
    year = timezone.localdate().year
    given = sorted(fate.found.reference for fate in seen.values())
    assert given == sorted(
        f"{name}-信息-{year}-{number:04}"
        for name, last in (("石桥", 2 * ROUNDS), ("云坪", ROUNDS))
        for number in range(1, last + 1)
    )


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_the_first_two_of_a_township_are_one_and_two(tmp_path):
    """Nobody has opened the series of numbers yet."""
    towns = [OrganisationFactory() for _ in range(ROUNDS)]
    desks = [[ItemFactory(organisation=town).pk for town in towns] for _ in range(2)]
    seen = race(tmp_path, [(submit_for_all, actor_of("secretary", towns[0]), d) for d in desks])
    assert {fate.refusal for fate in seen.values()} == {""}
    for pair in zip(*desks, strict=True):
        numbers = sorted(seen[number, pk].found.reference[-5:] for number, pk in enumerate(pair))
        assert numbers == ["-0001", "-0002"]


def submit_for_all(item: Item, by: Actor) -> None:
    submit(item, actor_of("secretary", item.organisation, by.name))


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("returned", [False, True])
def test_a_double_press_hands_in_once(returned, tmp_path):
    town = OrganisationFactory(name="石桥镇")
    items = [ItemFactory(organisation=town, returned=returned).pk for _ in range(ROUNDS)]
    by = actor_of("secretary", town, "吴桥")
    seen = race(tmp_path, [(submit, by, items)] * 2)
    year = timezone.localdate().year
    again, done = ("resubmit", "重新报送") if returned else ("submit", "报送")
    before = [("submit", "周明"), ("return", "周明")] if returned else []
    for number, pk in enumerate(items, start=1):
        after = Found(
            "submitted",
            f"石桥-信息-{year}-{number:04}",
            "",
            1 + returned,
            int(returned),
            0,
            [*before, (again, by.name)],
        )
        fates = sorted((seen[0, pk], seen[1, pk]), key=lambda fate: fate.refusal)
        assert fates == [Fate("", after), Fate(told(by, done), after)]
