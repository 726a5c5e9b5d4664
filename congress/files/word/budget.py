"""How much the parts of one Word file may hold."""

from dataclasses import dataclass

from congress.files.packages import MEGABYTE
from congress.files.word import refusals

MAX_UNPACKED = 96 * MEGABYTE
# A page of 600 characters typed by hand in many pieces has some 2,000 elements.
MAX_ELEMENTS = 700_000
MAX_TEXT = 4_000_000


@dataclass
class Budget:
    """What the parts of one file have used so far; raises `FileRefused` beyond the limits."""

    unpacked: int = 0
    elements: int = 0
    text: int = 0

    def unpack(self, size: int) -> None:
        self.unpacked += size
        if self.unpacked > MAX_UNPACKED:
            raise refusals.too_long()

    def add_element(self) -> None:
        self.elements += 1
        if self.elements > MAX_ELEMENTS:
            raise refusals.too_long()

    def add_text(self, length: int) -> None:
        self.text += length
        if self.text > MAX_TEXT:
            raise refusals.too_long()
