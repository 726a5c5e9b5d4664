"""The plain form of a piece of news."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.images.fields import WagtailImageField

from congress.files.uploads import check_attachment
from congress.web.moments import require_possible_year
from home.forms.posts import PostForm
from home.models import NewsPage

ALTERNATIVE = _("Says in a sentence what the picture shows, for those who cannot see it.")


class DateInput(forms.DateInput):
    """The browser's own calendar."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class MomentInput(forms.DateTimeInput):
    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


class NewsTextForm(PostForm):
    """Only the title is required to save a draft; what else is missing is told beside the form."""

    FIELDS = (
        "title",
        "summary",
        "source",
        "author",
        "published_on",
        "go_live_at",
        "expire_at",
        "cover_alternative",
    )
    NEEDED = ("text", "source")

    title = forms.CharField(
        label=pgettext_lazy("news", "title"),
        max_length=255,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("Say who did what with what result, in about twenty characters."),
    )
    summary = forms.CharField(
        label=pgettext_lazy("news", "summary"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Two or three sentences; shown in lists and below the title."),
    )
    text = forms.CharField(
        label=pgettext_lazy("news", "text"),
        max_length=400_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 20}),
        help_text=_(
            "Each line is a paragraph. A short line that begins with 一、 or （一） becomes a "
            "heading, lines that begin with - become a list."
        ),
    )
    source = forms.CharField(label=pgettext_lazy("news", "source"), max_length=60, required=False)
    author = forms.CharField(label=pgettext_lazy("news", "author"), max_length=60, required=False)
    published_on = forms.DateField(
        label=pgettext_lazy("news", "date shown"),
        widget=DateInput,
        validators=[require_possible_year],
    )
    go_live_at = forms.DateTimeField(
        label=pgettext_lazy("news", "publish at"),
        required=False,
        widget=MomentInput,
        validators=[require_possible_year],
        help_text=_("Empty: as soon as the last review is passed."),
    )
    expire_at = forms.DateTimeField(
        label=pgettext_lazy("news", "take offline at"),
        required=False,
        widget=MomentInput,
        validators=[require_possible_year],
        help_text=_("Empty: it stays."),
    )
    cover_file = WagtailImageField(
        label=pgettext_lazy("news", "cover picture"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".jpg,.jpeg,.png,.webp"}),
    )
    cover_alternative = forms.CharField(
        label=_("alternative text of the cover"),
        max_length=200,
        required=False,
        help_text=ALTERNATIVE,
    )
    attachment = forms.FileField(
        label=_("Add a file"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".docx,.xlsx,.pdf"}),
        help_text=_("Word, Excel or PDF, at most 20 MB; it stands at the end of the text."),
    )
    field_order = ["acting_as"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.NEEDED:
            self.fields[name].needed = True  # type: ignore[attr-defined]

    def clean_expire_at(self) -> datetime | None:
        """Asked after the day of publishing, as the fields stand."""
        begins, ends = self.cleaned_data.get("go_live_at"), self.cleaned_data["expire_at"]
        if ends and ends <= (begins or timezone.now()):
            raise ValidationError(_t("Please choose a later time: it would never be public."))
        return ends

    def clean_attachment(self) -> Any:
        file = self.cleaned_data["attachment"]
        if file:
            check_attachment(file)
        return file

    def fields_of_page(self) -> dict[str, Any]:
        """The page's own fields as cleaned; body and files are the view's to make."""
        return {name: self.cleaned_data[name] for name in self.FIELDS}

    @staticmethod
    def initial_of(page: NewsPage) -> dict[str, Any]:
        return {name: getattr(page, name) for name in NewsTextForm.FIELDS}
