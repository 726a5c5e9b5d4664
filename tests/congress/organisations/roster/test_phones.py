"""Phone numbers as they stand in cells."""

import pytest

from congress.organisations.roster.phones import Phone, nearly, phones_in

ONE, TWO = "13800000001", "13900000002"


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        (13800000001.0, [ONE]),
        ("1.3800000001E+10", [ONE]),
        ("13800000001.0", [ONE]),
        ("138 0000 0001", [ONE]),
        ("138-0000-0001", [ONE]),
        ("１３８０００００００１", [ONE]),
        ("１３８－００００－０００１", [ONE]),
        ("+86 138 0000 0001", [ONE]),
        ("手机：13800000001（办）", [ONE]),
        ("13800000001/13900000002", [ONE, TWO]),
        ("13800000001、13900000002", [ONE, TWO]),
        ("13800000001；13900000002", [ONE, TWO]),
        ("13800000001\n13900000002", [ONE, TWO]),
        ("13800000001 13900000002", [ONE, TWO]),
        ("1380000000113900000002", [ONE, TWO]),
        ("138-0000-0001 / 139-0000-0002", [ONE, TWO]),
        ("18600008975/0745-5606594", ["18600008975", "07455606594"]),
        ("（0745）5606594", ["07455606594"]),
        ("010-12345678", ["01012345678"]),
        ("0745-5606594转801", ["07455606594-801"]),
        ("5606594", ["5606594"]),
        ("无", []),
        ("/", []),
        ("", []),
        ("432101197501011234", []),
    ],
)
def test_whole_numbers(cell, numbers):
    assert phones_in([cell]) == tuple(Phone(number) for number in numbers)


@pytest.mark.parametrize("written", ["1300000080", "138 0000 000", "138000000011", "12800000001"])
def test_a_number_with_a_wrong_count_of_digits_is_kept_as_text(written):
    assert phones_in([written]) == (Phone(written, complete=False),)


def test_numbers_of_several_columns_stand_together():
    assert phones_in([13800000001.0, "0745-5606594", "13800000001"]) == (
        Phone(ONE),
        Phone("07455606594"),
    )


def test_nearly_is_one_digit_less():
    assert nearly("1380000001", ONE)
    assert not nearly("1390000001", ONE)
    assert not nearly(ONE, ONE)
