"""Organisations as people write them."""

import pytest

from congress.organisations.models import Organisation
from congress.organisations.recognition import Recognition

NAMES = ["石桥镇", "城东街道", "龙泉侗族乡", "石桥铺镇", "土桥土家族苗族乡"]


@pytest.fixture
def recognition() -> Recognition:
    county = Organisation(pk=1, name="云岭县", kind="county")
    townships = [
        Organisation(pk=number, name=name, kind="township", parent=county)
        for number, name in enumerate(NAMES, 2)
    ]
    return Recognition(county, [county, *townships])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("石桥", "石桥镇"),
        ("石 桥 镇", "石桥镇"),
        ("石桥镇人大", "石桥镇"),
        ("云岭县石桥镇人大主席团", "石桥镇"),
        ("石桥代表团", "石桥镇"),
        ("城东街", "城东街道"),
        ("城东街道人大工委", "城东街道"),
        ("城东街道办事处", "城东街道"),
        ("龙泉", "龙泉侗族乡"),
        ("龙泉乡", "龙泉侗族乡"),
        ("土桥乡", "土桥土家族苗族乡"),
        ("石桥铺", "石桥铺镇"),
        ("云岭县人大常委会", "云岭县"),
        ("石", None),
        ("石桥乡", None),
        ("新石桥镇", None),
        ("", None),
    ],
)
def test_a_cell_names_an_organisation(recognition, text, name):
    found = recognition.meant_by(text)
    assert (found and found.name) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("石桥镇第十九届人民代表大会代表花名册", "石桥镇"),
        ("云岭县石桥镇代表名册", "石桥镇"),
        ("填报单位：石桥铺镇人大主席团", "石桥铺镇"),
        ("城东街道选区县人大代表花名册", "城东街道"),
        ("1.石桥", "石桥镇"),
        ("新石桥镇第十九届", None),
        ("石桥乡第十九届", None),
        ("云岭县第十九届", None),
    ],
)
def test_a_title_names_an_organisation(recognition, text, name):
    found = recognition.named_in(text)
    assert (found and found.name) == name


def test_a_county_is_named_where_no_township_is(recognition):
    assert recognition.names_county("云岭县第十九届人民代表大会代表名册")
    assert not recognition.names_county("云岭县红旗镇人大代表名册")
