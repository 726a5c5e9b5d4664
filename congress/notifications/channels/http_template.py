"""A request described by settings: an address and a body with {phone} and {text} in them.

The values are escaped for the place where they stand. Only http and https are spoken, to the host
that the settings name: no redirect is followed, so nobody's text can lead a request elsewhere.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPSConnection
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape

SECONDS = 10
LONGEST_ANSWER = 64 * 1024
CONNECTIONS: dict[str, type[HTTPConnection]] = {"http": HTTPConnection, "https": HTTPSConnection}
ESCAPES: dict[str, Callable[[str], str]] = {
    "application/json": lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
    "application/x-www-form-urlencoded": lambda text: quote(text, safe=""),
    "text/xml": escape,
}
PLACES = ("{phone}", "{text}")


@dataclass(frozen=True)
class Answer:
    status: int
    text: str


@dataclass(frozen=True)
class HttpTemplate:
    """Without a body it is a GET, with one a POST of `content_type`."""

    url: str
    body: str
    content_type: str
    authorization: str

    def faults(self) -> list[str]:
        """What is wrong with the template; nothing may be sent by it then."""
        parts = urlsplit(self.url)
        found = []
        if parts.scheme not in CONNECTIONS:
            found.append("the address must begin with https:// or http://")
        if not parts.hostname or "{" in parts.netloc:
            found.append("the address must name its host")
        if not all(place in self.url + self.body for place in PLACES):
            found.append("{phone} and {text} must stand in the address or the body")
        if self.body and self.content_type not in ESCAPES:
            found.append(f"the type of the body must be one of {', '.join(ESCAPES)}")
        return found

    def ask(self, **values: str) -> Answer:
        """Raises `ValueError` for a template with faults, `OSError` or `HTTPException` where the
        other side does not answer properly."""
        if self.faults():
            raise ValueError("; ".join(self.faults()))
        parts = urlsplit(self.url)
        path = filled(f"{parts.path or '/'}?{parts.query}".rstrip("?"), values, _in_url)
        connection = CONNECTIONS[parts.scheme](parts.hostname or "", parts.port, timeout=SECONDS)
        try:
            if self.body:
                body = filled(self.body, values, ESCAPES[self.content_type]).encode()
                connection.request("POST", path, body, self.headers())
            else:
                connection.request("GET", path, headers=self.headers())
            answer = connection.getresponse()
            return Answer(answer.status, answer.read(LONGEST_ANSWER).decode(errors="replace"))
        finally:
            connection.close()

    def headers(self) -> dict[str, str]:
        headers = {"Authorization": self.authorization} if self.authorization else {}
        if self.body:
            headers["Content-Type"] = f"{self.content_type}; charset=utf-8"
        return headers


def filled(template: str, values: dict[str, str], escaped: Callable[[str], str]) -> str:
    """`template` cut at its places, so that a value that reads like a place stays a value."""
    name = next((name for name in values if f"{{{name}}}" in template), None)
    if name is None:
        return template
    pieces = [filled(piece, values, escaped) for piece in template.split(f"{{{name}}}")]
    return escaped(values[name]).join(pieces)


def _in_url(text: str) -> str:
    return quote(text, safe="")
