"""The plain form of a draft: with its version, and a few fields for each picture in the text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from home.forms.news import ALTERNATIVE, NewsTextForm
from home.plain.kept import Kept, Row, named


@dataclass(frozen=True)
class KeptFields:
    """A picture, table or attachment of the text with its fields in the form."""

    kept: Kept
    alternative: BoundField | None
    caption: BoundField | None
    remove: BoundField


class NewsDraftForm(NewsTextForm):
    """`parts` are the blocks of the draft that plain text cannot say. `kept` carries their names as
    this page showed them; see `home.plain.kept.named`."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    kept = forms.CharField(widget=forms.HiddenInput, required=False)
    remove_cover = forms.BooleanField(label=_("Remove the cover picture"), required=False)

    def __init__(self, *args: Any, parts: Iterable[Kept] = (), cover: Any = None, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.parts = tuple(parts)
        if not self.is_bound:
            self.initial["kept"] = named(self.parts)
        if cover is None:
            del self.fields["remove_cover"]
        for part in self.parts:
            self._add_fields(part)

    def _add_fields(self, part: Kept) -> None:
        if part.kind == "picture":
            value = part.row["value"]
            self.fields[f"alternative-{part.key}"] = forms.CharField(
                label=_t("Alternative text of %(name)s") % {"name": part.name},
                max_length=200,
                required=False,
                initial=value.get("alternative", ""),
                help_text=ALTERNATIVE,
            )
            self.fields[f"alternative-{part.key}"].needed = True  # type: ignore[attr-defined]
            self.fields[f"caption-{part.key}"] = forms.CharField(
                label=pgettext("picture", "caption"),
                max_length=200,
                required=False,
                initial=value.get("caption", ""),
            )
        self.fields[f"remove-{part.key}"] = forms.BooleanField(
            label=_t("Remove %(name)s from the text") % {"name": part.name}, required=False
        )

    def kept_fields(self) -> Iterator[KeptFields]:
        for part in self.parts:
            is_picture = part.kind == "picture"
            yield KeptFields(
                part,
                self[f"alternative-{part.key}"] if is_picture else None,
                self[f"caption-{part.key}"] if is_picture else None,
                self[f"remove-{part.key}"],
            )

    def described(self, rows: Iterable[Row], *, removing: bool) -> list[Row]:
        """The draft's rows with the alternative texts and captions typed here, and without those
        that were ticked, where this is a saving by the person's own hand."""
        return [self._described(row) for row in rows if not (removing and self._is_removed(row))]

    def _is_removed(self, row: Row) -> bool:
        return bool(self.cleaned_data.get(f"remove-{row['id']}"))

    def _described(self, row: Row) -> Row:
        typed = {
            name: self.cleaned_data[f"{name}-{row['id']}"]
            for name in ("alternative", "caption")
            if f"{name}-{row['id']}" in self.cleaned_data
        }
        return row | {"value": row["value"] | typed} if typed else row

    def show_version(self, version: int) -> None:
        """The next sending of this page counts as following that version."""
        sent: Any = self.data
        again = sent.copy()
        again["version"] = str(version)
        self.data = again
