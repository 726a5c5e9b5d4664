"""How a letter speaks to the deputies who signed."""

from collections.abc import Sequence

from congress.documents.wording import clean


def named(deputies: Sequence[str]) -> str:
    """王建国代表、李秀英代表: each by name. ValueError where there is nobody."""
    if not deputies:
        raise ValueError("a letter to nobody")
    return "、".join(f"{clean(name)}代表" for name in deputies)


def you(deputies: Sequence[str]) -> str:
    return "您" if len(deputies) == 1 else "你们"
