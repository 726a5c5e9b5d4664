"""What cells and titles say."""

import pytest

from congress.organisations.roster import words


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("第十九届", 19),
        ("第二十届", 20),
        ("第二十一届", 21),
        ("第 １９ 届", 19),
        ("第一〇届", 10),
        ("名册", None),
    ],
)
def test_terms_in_titles(text, number):
    assert words.term_in(f"石桥镇{text}人民代表大会") == number


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("县、乡镇", {words.COUNTY, words.TOWNSHIP}),
        ("县乡两级", {words.COUNTY, words.TOWNSHIP}),
        ("镇级", {words.TOWNSHIP}),
        ("区", {words.COUNTY}),
        ("市、县", {words.CITY, words.COUNTY}),
        ("省", {words.HIGHER}),
        ("", set()),
    ],
)
def test_levels(text, levels):
    assert words.levels_in(text) == levels
