"""Files stay small: split by noun before they grow."""

from tests.house.tree import lines_of, name_of, python_files

NAMELESS = {"utils", "util", "helpers", "helper", "common", "core", "misc"}


def sizes() -> dict[str, int]:
    return {name_of(path): lines_of(path) for path in python_files()}


def test_no_file_is_long():
    assert {name: lines for name, lines in sizes().items() if lines > 300} == {}


def test_nine_in_ten_are_under_220_lines():
    found = sizes()
    long = sorted(name for name, lines in found.items() if lines >= 220)
    assert len(long) <= len(found) / 10, long


def test_half_are_under_60_lines():
    """Of the program's files: a table of cases is better whole."""
    found = {name: lines for name, lines in sizes().items() if not name.startswith("tests/")}
    short = [name for name, lines in found.items() if lines < 60]
    assert len(short) >= len(found) / 2, f"{len(short)} of {len(found)}"


def test_every_file_has_a_name_of_its_own():
    names = [name_of(path) for path in python_files()]
    assert [name for name in names if NAMELESS & set(name.removesuffix(".py").split("/"))] == []
