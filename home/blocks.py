"""The parts of which the text of a page is made."""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock, TableInput
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from home.pictures import light_rendition

FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]


class PictureBlock(blocks.StructBlock):
    """The alternative text is what a person hears who cannot see the picture."""

    image = ImageChooserBlock(label=pgettext_lazy("noun", "picture"))
    alternative = blocks.CharBlock(
        label=pgettext_lazy("picture", "alternative text"),
        max_length=200,
        help_text=_("Says in a sentence what the picture shows, for those who cannot see it."),
    )
    caption = blocks.CharBlock(
        label=pgettext_lazy("picture", "caption"), max_length=200, required=False
    )

    class Meta:
        icon = "image"
        label = pgettext_lazy("noun", "picture")
        template = "home/blocks/picture.html"

    def get_context(self, value: Any, parent_context: dict | None = None) -> dict[str, Any]:
        rendition = light_rendition(value.get("image"), "width-760")
        return super().get_context(value, parent_context) | {"rendition": rendition}


class OfficeTableBlock(TableBlock):
    """Wagtail's table with its menu in our catalogue's words; its script knows English only."""

    ACTS = {
        "row_above": _("Insert a row above"),
        "row_below": _("Insert a row below"),
        "col_left": _("Insert a column on the left"),
        "col_right": _("Insert a column on the right"),
        "remove_row": _("Remove this row"),
        "remove_col": _("Remove this column"),
        "undo": pgettext_lazy("table", "Undo"),
        "redo": pgettext_lazy("table", "Redo"),
    }

    @cached_property
    def field(self) -> forms.CharField:
        items = {act: {"name": str(words)} for act, words in self.ACTS.items()}
        options = self.table_options | {"language": "en-US", "contextMenu": {"items": items}}
        return forms.CharField(widget=TableInput(table_options=options), **self.field_options)

    def deconstruct(self) -> tuple[str, tuple, dict[str, Any]]:
        """Migrations see Wagtail's block: they import nothing of ours."""
        _path, args, kwargs = super().deconstruct()
        return "wagtail.contrib.table_block.blocks.TableBlock", args, kwargs


class BodyBlock(blocks.StreamBlock):
    paragraph = blocks.RichTextBlock(
        label=pgettext_lazy("text", "paragraph"), features=FEATURES, icon="pilcrow"
    )
    heading = blocks.CharBlock(
        label=pgettext_lazy("text", "heading"),
        max_length=100,
        icon="title",
        template="home/blocks/heading.html",
    )
    picture = PictureBlock()
    table = OfficeTableBlock(
        label=pgettext_lazy("text", "table"), icon="table", template="home/blocks/table.html"
    )
    document = DocumentChooserBlock(
        label=pgettext_lazy("noun", "attachment"),
        icon="doc-full",
        template="home/blocks/document.html",
    )
