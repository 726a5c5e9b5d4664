"""One row of the table of routes."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse
from python_calamine import CalamineWorkbook

from tests.routes.world import World

PUBLIC = "public"
ANYONE = "anyone"


def pk(record: Any) -> dict[str, Any]:
    return {"pk": record.pk}


def body(response: HttpResponseBase) -> str:
    return content(response).decode()


def content(response: HttpResponseBase) -> bytes:
    return b"".join(response) if response.streaming else response.content


def sheet_text(response: HttpResponseBase) -> str:
    """Every cell of an .xlsx answer, joined by spaces."""
    workbook = CalamineWorkbook.from_filelike(BytesIO(content(response)))
    sheets = [workbook.get_sheet_by_name(name) for name in workbook.sheet_names]
    return " ".join(str(cell) for sheet in sheets for row in sheet.to_python() for cell in row)


@dataclass(frozen=True)
class Route:
    """A URL, who may ask for it, and what only the right person reads there.

    `role` is a role's code, PUBLIC or ANYONE. `wrong` is a role of the same place that gets 403.
    `outside` is what the same role elsewhere gets; None: 404 where the URL names a record, else
    any answer without the text. `make` makes the record in a world, `path` finds a Wagtail
    page's URL. `picture` is False where there is no page to photograph. `note` tells rows of one
    name and role apart, `stranger` is where somebody without a log-in is sent.
    """

    name: str
    role: str
    text: str | Callable[[Any], str]
    make: Callable[[World], Any] | None = None
    kwargs: Callable[[Any], dict[str, Any]] | None = None
    path: Callable[[Any], str] | None = None
    method: str = "GET"
    data: Callable[[Any], dict[str, Any]] | None = None
    query: str = ""
    wrong: str = ""
    outside: int | None = None
    reads: Callable[[HttpResponseBase], str] = body
    picture: bool = True
    note: str = ""
    stranger: str = "/account/login/"

    def __str__(self) -> str:
        parts = (self.method, self.name + self.query, self.role, self.note)
        return " ".join(part for part in parts if part)

    def record(self, world: World) -> Any:
        return self.make(world) if self.make else None

    def url(self, record: Any) -> str:
        if self.path:
            return self.path(record) + self.query
        return reverse(self.name, kwargs=self.kwargs(record) if self.kwargs else None) + self.query

    def words(self, record: Any) -> str:
        return self.text(record) if callable(self.text) else self.text

    def fields(self, record: Any) -> dict[str, Any]:
        return self.data(record) if self.data else {}

    def outside_status(self) -> int | None:
        return 404 if self.outside is None and self.kwargs else self.outside
