"""The tree as it is handed out: no machine's own paths, every folder named in its place."""

import subprocess
from pathlib import Path

from tests.house.tree import BASE_DIR

MACHINE = tuple(
    "/".join(parts) + "/"
    for parts in (
        ("", "root"),
        ("", "Users"),
        ("", "work", "main"),
        ("", "work", "shared"),
        ("", "tmp", "team"),
    )
)
BINARY = {".png", ".jpg", ".webp", ".ico", ".xlsx", ".docx", ".pdf", ".mo", ".zip"}


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=BASE_DIR, capture_output=True, check=True
    )
    paths = [BASE_DIR / name for name in listed.stdout.decode().split("\0") if name]
    return [path for path in paths if path.is_file() and path.suffix not in BINARY]


def test_no_path_of_a_machine():
    found = {
        (path.relative_to(BASE_DIR).as_posix(), part)
        for path in tracked()
        for part in MACHINE
        if part in path.read_text("utf-8", errors="replace")
    }
    assert found == set()
