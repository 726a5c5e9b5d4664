"""What the page of a draft shows beside its form."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from wagtail.documents.models import Document
from wagtail.images.models import Image

from home.forms.draft import KeptFields, NewsDraftForm
from home.models import NewsPage
from home.news_states import LABELS, TONES, is_open, missing_for_review, state_of
from home.pictures import light_rendition
from home.plain.kept import Row

WORDS_SHOWN = 40


@dataclass(frozen=True)
class ShownPart:
    """A picture, table or attachment of the text; `words` says which it is."""

    fields: KeptFields
    words: str
    rendition: Any = None


def shown_parts(form: NewsDraftForm) -> Iterator[ShownPart]:
    """The pictures and documents are asked for together."""
    fields = list(form.kept_fields())
    rows = [row.kept.row for row in fields]
    pictures = [row["value"].get("image") for row in rows if row["type"] == "picture"]
    images = Image.objects.prefetch_related("renditions").in_bulk(pictures)
    documents = Document.objects.in_bulk([r["value"] for r in rows if r["type"] == "document"])
    for row, part in zip(rows, fields, strict=True):
        if row["type"] == "picture":
            image = images.get(row["value"].get("image"))
            yield ShownPart(part, "", light_rendition(image, "width-380") if image else None)
        elif row["type"] == "table":
            yield ShownPart(part, _first_words(row))
        else:
            document = documents.get(row["value"])
            yield ShownPart(part, document.title if document else "")


def _first_words(row: Row) -> str:
    cells = ((row["value"] or {}).get("data") or [[]])[0]
    return "、".join(str(cell) for cell in cells if cell)[:WORDS_SHOWN]


def shown_state(page: NewsPage, draft: NewsPage, rows: Iterable[Row]) -> dict[str, Any]:
    state = state_of(page, in_review=page.in_review)
    return {
        "page": page,
        "draft": draft,
        "state_label": LABELS[state],
        "state_tone": TONES.get(state, "neutral"),
        "is_open": is_open(page),
        "missing": list(missing_for_review(draft, list(rows))),
    }
