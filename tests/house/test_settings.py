"""Every setting that an office may change is explained in .env.example."""

import re

from tests.house.tree import BASE_DIR

ASKED = re.compile(r"""\benv(?:\.\w+)?\(\s*["']([A-Z_]+)["']""")
EXPLAINED = re.compile(r"^#? ?([A-Z_]+)=", re.MULTILINE)


def test_the_example_names_every_variable_and_no_other():
    sources = (BASE_DIR / "portal" / "settings").glob("*.py")
    asked = {name for path in sources for name in ASKED.findall(path.read_text("utf-8"))}
    explained = set(EXPLAINED.findall((BASE_DIR / ".env.example").read_text("utf-8")))
    assert explained - {"DJANGO_SETTINGS_MODULE"} == asked
