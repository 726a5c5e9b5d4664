"""Who signed a suggestion, as every paper names them."""

from collections.abc import Sequence
from dataclasses import dataclass

from congress.documents.wording import clean


@dataclass(frozen=True)
class Signer:
    name: str = ""
    certificate: str = ""
    phone: str = ""
    address: str = ""
    postcode: str = ""


def address_of(names: Sequence[str]) -> str:
    """How a letter begins: 王建国代表, with several each by name."""
    return "、".join(f"{clean(name)}代表" for name in names)


def you(names: Sequence[str]) -> str:
    return "您" if len(names) == 1 else "你们"
