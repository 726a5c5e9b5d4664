"""How a county's papers look: by default as GB/T 9704-2012 says."""

from dataclasses import dataclass

PAGE_WIDTH, PAGE_HEIGHT = 210, 297
MM = 72 / 25.4


@dataclass(frozen=True)
class DocStyle:
    """Margins in mm, sizes in points. `line_pitch` in points; without one it follows from the
    lines of a page. Forms, which the standard leaves free, have `form_margin` at top and bottom.
    The fonts are named, not shipped: they are on the office's machine."""

    title_font: str = "方正小标宋简体"
    body_font: str = "仿宋_GB2312"
    heading_font: str = "黑体"
    second_font: str = "楷体_GB2312"
    number_font: str = "宋体"
    latin_font: str = "Times New Roman"
    title_size: float = 22
    body_size: float = 16
    small_size: float = 14
    form_size: float = 12
    top: float = 37
    bottom: float = 35
    left: float = 28
    right: float = 26
    form_margin: float = 25
    lines: int = 22
    characters: int = 28
    line_pitch: float = 0

    @property
    def width(self) -> float:
        """Of the text, in mm."""
        return PAGE_WIDTH - self.left - self.right

    @property
    def height(self) -> float:
        return PAGE_HEIGHT - self.top - self.bottom

    @property
    def line(self) -> float:
        """From line to line in points, cut to the twentieth so that the last line still fits."""
        return self.line_pitch or int(self.height * MM / self.lines * 20) / 20

    @property
    def character(self) -> float:
        """From character to character in points."""
        return self.width * MM / self.characters


STANDARD = DocStyle()
