"""Style sheets stay small and run in Chromium 86; every icon that is asked for exists."""

import re

from tests.house.tree import BASE_DIR, name_of, templates

STATIC = BASE_DIR / "portal" / "static" / "portal"
TOO_NEW = re.compile(
    r":has\(|@container|@layer|@import|color-mix\(|\binset:|aspect-ratio|&[ .:]|//[a-z]"
)
ASKED = re.compile(r"""icon\.html["'] with name=["']([\w-]+)["']|\bicon=["']([\w-]+)["']""")


def sheets() -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in (STATIC / "css").glob("*.css")}


def test_sheets_are_small():
    assert sum(len(text.encode()) for text in sheets().values()) < 40_000


def test_sheets_use_nothing_too_new_and_no_foreign_host():
    assert {name: hits for name, text in sheets().items() if (hits := TOO_NEW.findall(text))} == {}


def test_every_icon_exists():
    drawn = set(re.findall(r'<symbol id="([\w-]+)"', (STATIC / "img" / "icons.svg").read_text()))
    files = [*templates(), BASE_DIR / "portal" / "navigation.py"]
    missing = {
        (name_of(path), name)
        for path in files
        for pair in ASKED.findall(path.read_text("utf-8"))
        if (name := pair[0] or pair[1]) not in drawn
    }
    assert missing == set()
