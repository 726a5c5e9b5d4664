"""Which lines are headings: by number, by style, by face."""

import re
from dataclasses import replace

from congress.files.word.fonts import HEI, KAI, kind_of
from congress.files.word.lines import Line

NUMERAL = "[一二三四五六七八九十百零〇]{1,5}"
LEVELS = (
    re.compile(rf"(第?{NUMERAL}[、．.]|第{NUMERAL}(章|部分))"),
    re.compile(rf"[（(]{NUMERAL}[）)]"),
    re.compile(r"\d{1,2}[.．、](?!\d)"),
    re.compile(r"[（(]\d{1,2}[）)]"),
)
LONGEST = 50
FACES = {HEI: 1, KAI: 2}
SENTENCE = re.compile(r"[。；！？!?;…]$")


def ends_a_sentence(text: str) -> bool:
    return bool(SENTENCE.search(text.rstrip("”’）)」")))


def numbered_level(text: str) -> int:
    """1 for 一、, 2 for （一）, 3 for 1., 4 for （1）; 0 without a number."""
    return next((level for level, form in enumerate(LEVELS, 1) if form.match(text)), 0)


def is_short(text: str) -> bool:
    return len(text) <= LONGEST and not SENTENCE.search(text) and not text.endswith(("：", "，"))


def level_of(line: Line, body: str) -> int:
    """The level of the heading that the line is, 0 for running text. `body` is the font of most
    of the text: a face says something only where it is another."""
    number = numbered_level(line.text)
    if line.outline:
        return number or min(line.outline, 4) if len(line.text) <= LONGEST * 2 else 0
    face = FACES.get(kind_of(line.font), 0) if line.font != body else 0
    if number in (1, 2) and (is_short(line.text) or (face and len(line.text) <= LONGEST)):
        return number
    if not is_short(line.text):
        return 0
    if number:
        return number if face or line.is_bold else 0
    return face if line.align in ("", "left", "both", "center") else 0


def with_leads(line: Line, body: str) -> Line:
    """The first words of a paragraph that are set in 黑体 or 楷体 are its heading: they become
    bold. All other faces mean nothing."""
    if line.font or not kind_of(line.spans[0].font) or line.spans[0].font == body:
        return line
    face = line.spans[0].font
    end = next(n for n, span in enumerate(line.spans) if span.font != face)
    leads = (replace(span, bold=True) for span in line.spans[:end])
    return replace(line, spans=(*leads, *line.spans[end:]))
