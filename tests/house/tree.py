"""The files of the project, as the tests of the house read them."""

import ast
from collections.abc import Iterator
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[2]
WINGS = ("portal", "home", "congress")
PYTHON = (*WINGS, "tests", "bench")


def python_files(*folders: str, migrations: bool = False) -> Iterator[Path]:
    """Every Python file below the folders; migrations only where asked for."""
    for folder in folders or PYTHON:
        for path in sorted((BASE_DIR / folder).rglob("*.py")):
            if ("migrations" in path.parts) == migrations:
                yield path


def templates() -> Iterator[Path]:
    yield from sorted((BASE_DIR / "templates").rglob("*.html"))
    for folder in WINGS:
        yield from sorted((BASE_DIR / folder).rglob("templates/**/*.html"))


def name_of(path: Path) -> str:
    return path.relative_to(BASE_DIR).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def lines_of(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())
