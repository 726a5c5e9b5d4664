"""The parts of which the text of a page is made."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock
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
    table = TableBlock(
        label=pgettext_lazy("text", "table"), icon="table", template="home/blocks/table.html"
    )
    document = DocumentChooserBlock(
        label=pgettext_lazy("noun", "attachment"),
        icon="doc-full",
        template="home/blocks/document.html",
    )
