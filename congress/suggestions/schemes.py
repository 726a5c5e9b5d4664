"""The schemes of result classes (办理结果分类) as shipped in `class_schemes.toml`; pure."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("class_schemes.toml")
DEFAULT = "three"
CODES = ("A", "B", "C", "D")


@dataclass(frozen=True)
class ResultClass:
    """`needs_date`: a promised day, which becomes a commitment; `needs_reason`: why not, or why
    later; `needs_addressee`: to whom and when it was reported upward."""

    code: str
    label: str
    needs_date: bool
    needs_reason: bool
    needs_addressee: bool

    def __str__(self) -> str:
        return f"{self.code}类：{self.label}"


@dataclass(frozen=True)
class Scheme:
    code: str
    name: str
    source: str
    classes: tuple[ResultClass, ...]

    def named(self, code: str) -> ResultClass | None:
        return next((each for each in self.classes if each.code == code), None)


@cache
def schemes() -> dict[str, Scheme]:
    with FILE.open("rb") as file:
        content = tomllib.load(file)
    return {
        code: Scheme(
            code,
            entry["name"],
            entry["source"],
            tuple(
                ResultClass(
                    letter,
                    row["label"],
                    "date" in row["needs"],
                    "reason" in row["needs"],
                    "upward" in row["needs"],
                )
                for letter, row in entry["classes"].items()
            ),
        )
        for code, entry in content.items()
    }
