"""Files of others are those that VENDORED.md names, unchanged, and carry their licences."""

import hashlib
import re

from tests.house.tree import BASE_DIR

STATIC = BASE_DIR / "portal" / "static" / "portal"
VENDOR = STATIC / "vendor"
ROW = re.compile(r"^\| `([^`]+)` \|.*\| `([0-9a-f]{64})` \|$", re.MULTILINE)


def named_sums() -> dict[str, str]:
    return dict(ROW.findall((VENDOR / "VENDORED.md").read_text("utf-8")))


def test_every_file_has_its_sum():
    here = {path.relative_to(STATIC).as_posix() for path in VENDOR.glob("*.js")} | {"img/icons.svg"}
    found = {name: hashlib.sha256((STATIC / name).read_bytes()).hexdigest() for name in here}
    assert found == named_sums()


def test_every_licence_is_there():
    text = (VENDOR / "VENDORED.md").read_text("utf-8")
    licences = {path.name for path in (VENDOR / "licences").iterdir()}
    assert licences == set(re.findall(r"\b([a-z-]+\.txt)\b", text))


def test_scripts_need_no_eval():
    faults = [p.name for p in VENDOR.glob("echarts*.js") if "new Function" in p.read_text("utf-8")]
    assert faults == []
