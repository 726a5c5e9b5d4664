"""The demo's texts and names, read from their data files."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

TEXTS = Path(__file__).parent / "texts"


@cache
def words(name: str) -> dict[str, Any]:
    """The content of `texts/<name>.toml`."""
    return tomllib.loads((TEXTS / f"{name}.toml").read_text("utf-8"))
