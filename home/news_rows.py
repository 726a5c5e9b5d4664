"""The body of a page as the database holds it: rows of type, value and id."""

import json

from home.models import NewsPage
from home.plain.kept import Row


def rows_of_page(page: NewsPage) -> list[Row]:
    """Blocks without an id get one, which stays theirs when the page is saved."""
    return list(page.body.stream_block.get_prep_value(page.body))


def as_body(rows: list[Row]) -> str:
    """What the field `body` of a page takes."""
    return json.dumps(rows, ensure_ascii=False)
