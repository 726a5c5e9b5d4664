"""The XML of Word by names that do not depend on the file's own prefixes."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

Element = Any

# The transitional and the strict names of one and the same vocabulary.
PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "urn:schemas-microsoft-com:vml": "v",
}


@lru_cache(maxsize=1024)
def _prefixed(tag: str) -> str:
    space, _, local = tag.removeprefix("{").rpartition("}")
    return f"{PREFIXES.get(space, '')}:{local}"


def name_of(element: Element) -> str:
    """w:p and the like, whatever prefix the file uses; empty for what is no element."""
    return _prefixed(element.tag) if isinstance(element.tag, str) else ""


def attribute(element: Element | None, local: str) -> str:
    """By its local name; empty where there is none."""
    for key, value in () if element is None else element.attrib.items():
        if key.rpartition("}")[2] == local:
            return value
    return ""


def child(element: Element | None, name: str) -> Element | None:
    return next(children(element, name), None)


def children(element: Element | None, name: str) -> Iterator[Element]:
    for inner in () if element is None else element:
        if name_of(inner) == name:
            yield inner


def is_on(element: Element | None) -> bool:
    """A switch of Word is on where it stands without a value."""
    return element is not None and attribute(element, "val") not in ("0", "false", "off", "none")


def whole(text: str) -> bool:
    """A whole number such as a file of an office holds."""
    return text.isdecimal() and text.isascii() and len(text) < 6
