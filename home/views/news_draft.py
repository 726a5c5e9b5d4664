"""What the form of a draft and its saving by itself share."""

from functools import cached_property
from typing import Any, ClassVar

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from congress.audit.actors import Actor
from congress.organisations.access import AccessMixin
from home.forms.draft import NewsDraftForm
from home.models import NewsPage
from home.news_rows import rows_of_page
from home.news_states import is_open, version_of
from home.plain.bodies import rows_of
from home.plain.kept import Row, found_by, kept_in
from home.plain.texts import is_plain, text_of
from home.queries import listed_news
from home.rules import EDITORS, may_write_news


class DraftMixin(AccessMixin):
    """`self.page` is a page of the person's own sections, anything else is 404; `self.draft` is its
    latest text."""

    request: HttpRequest
    roles: ClassVar[tuple[str, ...]] = EDITORS
    form_class = NewsDraftForm

    @cached_property
    def page(self) -> NewsPage:
        return get_object_or_404(listed_news(self.actors), pk=self.kwargs["pk"])

    @cached_property
    def draft(self) -> NewsPage:
        return self.page.get_latest_revision_as_object()

    @cached_property
    def rows(self) -> list[Row]:
        return rows_of_page(self.draft)

    @property
    def is_writable(self) -> bool:
        return is_open(self.page) and is_plain(self.rows)

    def actor(self) -> Actor:
        """Posts in the same section give the same right: the first one acts."""
        return next(a for a in self.actors if may_write_news(a, self.page.section_id))

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        text = {"text": text_of(self.rows), "version": version_of(self.page)}
        initial = NewsDraftForm.initial_of(self.draft) | text | kwargs["initial"]
        return kwargs | {
            "initial": initial,
            "parts": kept_in(self.rows),
            "cover": self.draft.cover,
        }

    def typed_rows(self, form: NewsDraftForm, *, removing: bool) -> list[Row]:
        """The body as typed, with the parts of the draft where their marks stand."""
        rows = form.described(self.rows, removing=removing)
        names = form.cleaned_data["kept"]
        kept = found_by(names, rows)
        gone = found_by(names, self.rows).keys() - kept.keys()
        return rows_of(form.cleaned_data["text"], kept | self._unnamed(rows, kept), gone)

    def _unnamed(self, rows: list[Row], kept: dict[str, Row]) -> dict[str, Row]:
        """Parts that the form did not know of: they stand at the end."""
        known = {row["id"] for row in kept.values()}
        return {part.key: part.row for part in kept_in(rows) if part.key not in known}
