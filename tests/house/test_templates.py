"""Templates only show: no query, no inline style, no inline script; partials by name."""

import re
from pathlib import Path, PurePosixPath

from tests.house.tree import name_of, templates

INLINE = re.compile(
    r"""<style\b|\sstyle\s*=|<script(?![^>]*\bsrc=)[^>]*>|\son[a-z]+\s*=\s*["']|javascript:"""
    r"""|\shx-(?:on|vals\s*=\s*["']js:)""",
    re.IGNORECASE,
)
DATA_SCRIPT = re.compile(r"""<script[^>]*type=["']application/json["'][^>]*>""")
COMMENT = re.compile(r"\{#.*?#\}|\{% comment.*?endcomment %\}", re.DOTALL)
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
QUERY = re.compile(
    r"\.(?:all|exists|filter|exclude|objects|order_by|select_related|prefetch_related"
    r"|get_(?:children|ancestors|descendants|siblings|parent|queryset))\b|\w_set\b"
)
INCLUDE = re.compile(r"""\{%-?\s*include\s+["']([^"']+)["']""")
EXTENDS = re.compile(r"""\{%-?\s*extends\s+["']([^"']+)["']""")
ADDRESS = re.compile(r"""(?:src|href|action)\s*=\s*["'](?:https?:)?//""", re.IGNORECASE)


# Templates of packages that ours replace keep the names those packages gave them.
FOREIGN = ("wagtailadmin/", "account/")


def source(path: Path) -> str:
    return COMMENT.sub("", path.read_text("utf-8"))


def found(pattern: re.Pattern[str], text: str) -> list[str]:
    return [match[0].strip() for match in pattern.finditer(text)]


def test_no_inline_style_or_script():
    faults = {
        name_of(path): hits
        for path in templates()
        if (hits := found(INLINE, DATA_SCRIPT.sub("", source(path))))
    }
    assert faults == {}


def test_no_query():
    faults = {
        name_of(path): hits
        for path in templates()
        if (hits := [hit for tag in found(TAG, source(path)) for hit in found(QUERY, tag)])
    }
    assert faults == {}


def test_nothing_comes_from_a_foreign_host():
    faults = {name_of(path): hits for path in templates() if (hits := found(ADDRESS, source(path)))}
    assert faults == {}


def test_partials_have_a_name_with_underscore():
    included = {name for path in templates() for name in INCLUDE.findall(source(path))}
    faults = {
        name
        for name in included
        if "components" not in PurePosixPath(name).parts
        and not PurePosixPath(name).name.startswith("_")
    }
    assert faults == set()


def test_partials_are_no_pages():
    own = [p for p in templates() if not name_of(p).partition("templates/")[2].startswith(FOREIGN)]
    extended = {name for path in own for name in EXTENDS.findall(source(path))}
    whole = {name_of(path) for path in own if path.name[0] == "_" and EXTENDS.search(source(path))}
    assert (whole, {name for name in extended if PurePosixPath(name).name[0] == "_"}) == (
        set(),
        set(),
    )
