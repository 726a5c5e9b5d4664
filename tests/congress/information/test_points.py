"""The rule that says most wins."""

from dataclasses import dataclass
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from congress.information.points import best_rule


@dataclass(frozen=True)
class Rule:
    pk: int
    level: str = "county"
    publication_id: int | None = None
    kind: str = ""
    valid_from: date = date(2026, 1, 1)


def best(*rules: Rule) -> Rule | None:
    return best_rule(rules, level="county", publication_id=7, kind="research")


LEVEL, KIND = Rule(1), Rule(2, kind="research")
PRINTED, BOTH = Rule(3, publication_id=7), Rule(4, publication_id=7, kind="research")


def test_publication_goes_before_type_before_level():
    assert best(LEVEL) == LEVEL
    assert best(LEVEL, KIND) == KIND
    assert best(LEVEL, KIND, PRINTED) == PRINTED
    assert best(LEVEL, KIND, PRINTED, BOTH) == BOTH


def test_rules_for_something_else_give_nothing():
    others = (Rule(5, level="city"), Rule(6, kind="activity"), Rule(7, publication_id=8))
    assert best(*others) is None
    assert best() is None


def test_of_two_equals_the_later_one():
    later = Rule(9, valid_from=date(2026, 3, 1))
    assert best(later, LEVEL) == best(LEVEL, later) == later


RULES = st.builds(
    Rule,
    pk=st.integers(1, 1000),
    level=st.sampled_from(["county", "city"]),
    publication_id=st.sampled_from([None, 7, 8]),
    kind=st.sampled_from(["", "research", "activity"]),
    valid_from=st.dates(date(2020, 1, 1), date(2026, 1, 1)),
)


@given(st.lists(RULES, unique_by=lambda rule: rule.pk), st.randoms())
def test_the_order_of_the_rules_does_not_matter(rules, random):
    shuffled = list(rules)
    random.shuffle(shuffled)
    assert best(*shuffled) == best(*rules)


@given(st.lists(RULES, unique_by=lambda rule: rule.pk))
def test_what_wins_fits(rules):
    won = best(*rules)
    fits = [
        r
        for r in rules
        if r.level == "county" and r.publication_id in (None, 7) and r.kind in ("", "research")
    ]
    assert (won is None) == (not fits)
    assert won is None or won in fits
