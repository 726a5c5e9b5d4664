"""The faces that official papers set by rule, under the names that programs give them."""

from collections import Counter
from collections.abc import Iterable

from congress.files.word.lines import Line, Part

HEI = "hei"
KAI = "kai"
TITLE = "title"

NAMES = {
    TITLE: ("小标宋", "大标宋", "xiaobiaosong", "dabiaosong"),
    HEI: ("黑体", "simhei", "heiti", "noto sans cjk"),
    KAI: ("楷体", "kaiti", "simkai", "楷书"),
}


def kind_of(font: str) -> str:
    """HEI, KAI, TITLE, or empty for the faces of running text and of screens (雅黑)."""
    lowered = font.lower()
    for kind, names in NAMES.items():
        if any(name in lowered for name in names):
            return kind
    return ""


def body_font(parts: Iterable[Part]) -> str:
    """The font of most characters."""
    counted: Counter[str] = Counter()
    for part in parts:
        if isinstance(part, Line):
            for span in part.spans:
                counted[span.font] += len(span.text)
    return counted.most_common(1)[0][0] if counted else ""
