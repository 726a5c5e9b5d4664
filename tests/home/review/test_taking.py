"""Who takes a step, as arithmetic over people: 1 the secretary, 2 and 3 the chairs."""

import pytest

from home.review.taking import Desk, Same

BOTH = {2, 3}


@pytest.mark.parametrize(
    ("reviewers", "writers", "takers", "may", "same"),
    [
        ({1}, set(), set(), {1}, {1: Same.NO}),
        ({1}, {1}, set(), {1}, {1: Same.WRITER}),
        (BOTH, {1}, {1}, BOTH, {2: Same.NO, 3: Same.NO}),
        (BOTH, {1}, {1, 2}, {3}, {3: Same.NO}),
        (BOTH, {2}, {1}, {3}, {3: Same.NO}),
        ({2}, {1}, {1, 2}, {2}, {2: Same.REVIEWER}),
        ({1, 2}, {1}, {2}, {1, 2}, {1: Same.WRITER, 2: Same.REVIEWER}),
        (set(), {1}, set(), set(), {}),
    ],
)
def test_nobody_takes_two_unless_there_is_nobody_else(reviewers, writers, takers, may, same):
    desk = Desk(frozenset(reviewers), frozenset(writers), frozenset(takers))
    assert {person for person in range(5) if desk.may_take(person)} == may
    assert desk.may_take(None) is False
    assert {person: desk.same(person) for person in may} == same
