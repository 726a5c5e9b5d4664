"""Columns recognised by their headings, wherever they stand and whatever an office calls them."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from congress.files.spreadsheets import compact

BRACKETED = re.compile(r"[(\[【〔].*?[)\]】〕]")
ORNAMENT = re.compile(r"[*★☆※:]|必填")

IGNORED = "ignored"
LONGEST = 24


def squeezed(text: str) -> str:
    """Full width made half width, no spaces."""
    return compact(unicodedata.normalize("NFKC", text))


def plain(text: str) -> str:
    """As `squeezed`, without stars and colons: how headings are compared."""
    return ORNAMENT.sub("", squeezed(text))


@dataclass(frozen=True)
class Headings:
    """The vocabulary of one kind of register.

    `columns` gives for each code its patterns, the surest first: where two columns of a sheet fit
    one code, the surer one is taken, unless the code is in `several`. `ignored` are headings that
    are known and never read. A row is a header where it has the `key` column and another one.
    `rest` is the code under which columns are read that nobody knows; without it they are not.
    """

    columns: Mapping[str, Sequence[str]]
    key: str
    ignored: str
    several: frozenset[str] = frozenset()
    rest: str = ""

    def recognise(self, text: str) -> tuple[str, int] | None:
        """The code of a heading and the place of its pattern; `IGNORED` for what is not read."""
        full = plain(text)
        for form in dict.fromkeys((full, BRACKETED.sub("", full))):
            if not form:
                continue
            if re.search(self.ignored, form):
                return IGNORED, 0
            for code, patterns in self.columns.items():
                for rank, pattern in enumerate(patterns):
                    if re.search(pattern, form):
                        return code, rank
        return None

    def is_key(self, text: str) -> bool:
        """Quick enough to be asked of every cell."""
        if len(text) > LONGEST:
            return False
        form = BRACKETED.sub("", plain(text))
        return any(re.search(pattern, form) for pattern in self.columns[self.key])

    def assign(self, found: Mapping[int, tuple[str, int] | None]) -> dict[int, str]:
        """One code for each column that is read."""
        best: dict[str, tuple[int, int]] = {}
        for column, match in sorted(found.items()):
            if match and (match[0] not in best or match[1] < best[match[0]][0]):
                best[match[0]] = (match[1], column)
        assigned: dict[int, str] = {}
        for column, match in found.items():
            code = match[0] if match else self.rest
            if code in ("", IGNORED):
                continue
            if match is None or code in self.several or best[code][1] == column:
                assigned[column] = code
            elif self.rest:
                assigned[column] = self.rest
        return assigned
