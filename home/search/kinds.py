"""What is searched: a kind for each type of page, and the records of the rooms.

Each kind begins with the rows that the reader may read; nothing else is counted or shown.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import BigIntegerField, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Substr, TruncDate
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from congress.audit.actors import Actor
from congress.information import rules as information
from congress.notices import rules as notices
from congress.suggestions import rules as suggestions
from congress.suggestions.queries.published import full_texts, published_in, titles_alone
from home.models import HomePage, ReviewedPage, TownshipPage
from home.models.base import FramePage, SitePage
from home.rules import TOWNSHIP_PATH
from home.search import showing
from home.search.hits import Hit, Reader


@dataclass(frozen=True)
class Kind:
    """`rows` bear `search_place`, the key of their organisation, and `search_day`. `fields` are
    those in which they are sought, none for all of them."""

    code: str
    label: str | Promise
    rows: QuerySet
    show: Callable[[Any, Reader], list[Hit]]
    fields: tuple[str, ...] | None = None


def page_types() -> list[type[SitePage]]:
    """The types of pages that are written, those in review first; lists and front pages are found
    by their pages."""
    found = [
        model
        for model in apps.get_models()
        if issubclass(model, SitePage) and not issubclass(model, FramePage)
    ]
    return sorted(found, key=lambda model: not issubclass(model, ReviewedPage))


def kinds_for(front: HomePage | None, actors: tuple[Actor, ...]) -> Iterator[Kind]:
    """For everybody the published pages of the county's site, and for actors their records."""
    if front:
        for model in page_types():
            code = model._meta.model_name.removesuffix("page")
            yield Kind(code, model._meta.verbose_name, _pages(model, front), showing.pages)
        yield from _published(front)
    if any(actor.role in information.READERS for actor in actors):
        yield from _items(actors)
    if any(actor.role in notices.READERS for actor in actors):
        yield from _notices(actors)
    if any(actor.role in suggestions.READERS for actor in actors):
        yield from _suggestions(actors)


def _pages(model: type[SitePage], front: HomePage) -> QuerySet:
    """A page stands in the part of a township by its path, else it is the county's."""
    part = TownshipPage.objects.filter(path=Substr(OuterRef("path"), 1, TOWNSHIP_PATH))
    own = Subquery(part.values("organisation_id"), output_field=BigIntegerField())
    return (
        model.objects.live()
        .public()
        .descendant_of(front)
        .annotate(search_place=Coalesce(own, front.county_id), search_day=model.found_on)
    )


def _published(front: HomePage) -> Iterator[Kind]:
    """Suggestions for everybody. The index holds the texts of all: where the title alone is public
    nothing else is sought."""
    rows = published_in(front.county_id).select_related("congress")
    rows = rows.annotate(search_place=F("congress_id"), search_day=TruncDate("registered_at"))
    label = pgettext_lazy("search", "Published suggestions")
    yield Kind("published", label, full_texts(rows), showing.published)
    label = pgettext_lazy("search", "Titles of suggestions")
    yield Kind("publishedtitle", label, titles_alone(rows), showing.published, ("title",))


def _items(actors: tuple[Actor, ...]) -> Iterator[Kind]:
    items = information.texts_visible_to(actors).select_related("organisation")
    yield Kind(
        "item",
        pgettext_lazy("noun", "information items"),
        items.annotate(
            search_place=F("organisation_id"),
            search_day=TruncDate(Coalesce("submitted_at", "created_at")),
        ),
        showing.items,
    )
    files = information.attachments_visible_to(actors).select_related(
        "item__organisation", "reading"
    )
    yield Kind(
        "file",
        pgettext_lazy("search", "Attachments"),
        files.annotate(search_place=F("item__organisation_id"), search_day=TruncDate("added_at")),
        showing.attachments,
    )


def _notices(actors: tuple[Actor, ...]) -> Iterator[Kind]:
    rows = notices.visible_to(actors).select_related("organisation")
    yield Kind(
        "notice",
        pgettext_lazy("noun", "notices"),
        rows.annotate(
            search_place=F("organisation_id"),
            search_day=TruncDate(Coalesce("sent_at", "created_at")),
        ),
        showing.notices,
    )
    files = notices.files_visible_to(actors).select_related("notice__organisation", "reading")
    yield Kind(
        "noticefile",
        pgettext_lazy("search", "Attachments of notices"),
        files.annotate(search_place=F("notice__organisation_id"), search_day=TruncDate("added_at")),
        showing.notice_files,
    )


def _suggestions(actors: tuple[Actor, ...]) -> Iterator[Kind]:
    rows = suggestions.visible_to(actors).select_related("congress")
    yield Kind(
        "suggestion",
        pgettext_lazy("noun", "suggestions"),
        rows.annotate(
            search_place=F("congress_id"),
            search_day=TruncDate(Coalesce("submitted_at", "created_at")),
        ),
        showing.suggestions,
    )
    files = suggestions.files_visible_to(actors).select_related("suggestion__congress", "reading")
    yield Kind(
        "suggestionfile",
        pgettext_lazy("search", "Attachments of suggestions"),
        files.annotate(search_place=F("suggestion__congress_id"), search_day=TruncDate("added_at")),
        showing.suggestion_files,
    )
