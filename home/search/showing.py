"""Rows as hits, a function for each kind."""

from collections.abc import Iterator, Sequence

from django.urls import reverse

from congress.information.models import Item, ItemAttachment
from congress.information.rules import is_own
from congress.information.states import ITEM
from congress.notices.models import Notice, NoticeFile
from congress.notices.rules import is_own as is_own_notice
from congress.notices.states import NOTICE
from congress.suggestions.models import Suggestion, SuggestionFile
from congress.suggestions.models.choices import Consent
from congress.suggestions.queries.published import public_tone
from congress.suggestions.rules import is_staff
from congress.suggestions.states import SUGGESTION
from home.models.base import SitePage
from home.models.raw_texts import documents_in, texts_in
from home.models.readings import words_of
from home.search.hits import Hit, Reader
from home.search.marking import marked, snippet


def pages(rows: Sequence[SitePage], reader: Reader) -> list[Hit]:
    """The words of documents are asked once for all."""
    shown = {row.pk: documents_in(row) for row in rows}
    words = words_of(pk for keys in shown.values() for pk in keys)
    return [
        Hit(
            marked(row.title, reader.terms),
            row.get_url(reader.request) or "",
            snippet([*_texts(row), *(words.get(pk, "") for pk in shown[row.pk])], reader.terms),
            reader.places.get(row.search_place, ""),
            row.search_day,
        )
        for row in rows
    ]


def items(rows: Sequence[Item], reader: Reader) -> list[Hit]:
    return [_item(row, reader) for row in rows]


def _item(row: Item, reader: Reader) -> Hit:
    state = ITEM.state(row.state)
    own = any(is_own(actor, row) for actor in reader.actors)
    return Hit(
        marked(str(row), reader.terms),
        reverse("information:detail", args=[row.pk]),
        snippet([row.body], reader.terms),
        row.organisation.name,
        row.search_day,
        row.reference or "",
        state.label if own else state.public_label,
        state.tone,
    )


def published(rows: Sequence[Suggestion], reader: Reader) -> list[Hit]:
    return [_published(row, reader) for row in rows]


def _published(row: Suggestion, reader: Reader) -> Hit:
    state = SUGGESTION.state(row.state)
    texts = [row.problem, row.advice] if row.consent == Consent.FULL else []
    return Hit(
        marked(row.title, reader.terms),
        reverse("public_suggestion", args=[row.pk]),
        snippet(texts, reader.terms),
        row.congress.name,
        row.search_day,
        row.reference or "",
        state.public_label,
        public_tone(state),
    )


def attachments(rows: Sequence[ItemAttachment], reader: Reader) -> list[Hit]:
    return [_attachment(row, reader) for row in rows]


def _attachment(row: ItemAttachment, reader: Reader) -> Hit:
    """Leads to the item, whose page serves the file."""
    text = row.reading.text if hasattr(row, "reading") else ""
    return Hit(
        marked(row.name, reader.terms),
        reverse("information:detail", args=[row.item_id]),
        snippet([text or str(row.item)], reader.terms),
        row.item.organisation.name,
        row.search_day,
        row.item.reference or "",
    )


def notices(rows: Sequence[Notice], reader: Reader) -> list[Hit]:
    return [_notice(row, reader) for row in rows]


def _notice(row: Notice, reader: Reader) -> Hit:
    state = NOTICE.state(row.state)
    own = any(is_own_notice(actor, row) for actor in reader.actors)
    return Hit(
        marked(row.title, reader.terms),
        reverse("notices:detail", args=[row.pk]),
        snippet([row.body, row.place], reader.terms),
        row.organisation.name,
        row.search_day,
        row.reference or "",
        state.label if own else state.public_label,
        state.tone,
    )


def notice_files(rows: Sequence[NoticeFile], reader: Reader) -> list[Hit]:
    return [_notice_file(row, reader) for row in rows]


def _notice_file(row: NoticeFile, reader: Reader) -> Hit:
    """Leads to the notice, whose page serves the file."""
    text = row.reading.text if hasattr(row, "reading") else ""
    return Hit(
        marked(row.name, reader.terms),
        reverse("notices:detail", args=[row.notice_id]),
        snippet([text or row.notice.title], reader.terms),
        row.notice.organisation.name,
        row.search_day,
        row.notice.reference or "",
    )


def suggestions(rows: Sequence[Suggestion], reader: Reader) -> list[Hit]:
    return [_suggestion(row, reader) for row in rows]


def _suggestion(row: Suggestion, reader: Reader) -> Hit:
    """Those who work there read the inner words of the state."""
    state = SUGGESTION.state(row.state)
    own = any(is_staff(actor, row) for actor in reader.actors)
    return Hit(
        marked(row.title, reader.terms),
        reverse("suggestions:detail", args=[row.pk]),
        snippet([row.problem, row.advice], reader.terms),
        row.congress.name,
        row.search_day,
        row.reference or "",
        state.label if own else state.public_label,
        state.tone,
    )


def suggestion_files(rows: Sequence[SuggestionFile], reader: Reader) -> list[Hit]:
    return [_suggestion_file(row, reader) for row in rows]


def _suggestion_file(row: SuggestionFile, reader: Reader) -> Hit:
    """Leads to the record, whose page serves the file."""
    text = row.reading.text if hasattr(row, "reading") else ""
    return Hit(
        marked(row.name, reader.terms),
        reverse("suggestions:detail", args=[row.suggestion_id]),
        snippet([text or row.suggestion.title], reader.terms),
        row.suggestion.congress.name,
        row.search_day,
        row.suggestion.reference or "",
    )


def _texts(row: SitePage) -> Iterator[str]:
    """The summary, where the type of page has one, and what its blocks say as one text."""
    yield getattr(row, "summary", "")
    yield " ".join(texts_in(row))
