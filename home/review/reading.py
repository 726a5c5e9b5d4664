"""A text as its reviewer reads it: every part that readers will meet, rendered beforehand."""

from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from wagtail.fields import StreamField
from wagtail.images.models import AbstractImage

from home.models import ReviewedPage
from home.pictures import light_rendition
from home.review.digests import reviewed_fields

NOT_READ = {"title", "slug"}


@dataclass(frozen=True)
class Part:
    """`text` is short words, `html` a text or a picture; one of them is empty."""

    label: str
    text: str = ""
    html: SafeString | str = ""


def parts_of(draft: ReviewedPage) -> list[Part]:
    """What is filled in, in the order of the fields, the long texts last."""
    fields = [f for f in reviewed_fields(draft) if f.editable and f.name not in NOT_READ]
    parts = [_part(draft, field) for field in fields]
    filled = [part for part in parts if part.text or part.html]
    return sorted(filled, key=lambda part: bool(part.html))


def _part(draft: ReviewedPage, field: Any) -> Part:
    label, value = str(field.verbose_name), getattr(draft, field.name)
    if field.choices:
        return Part(label, text=str(dict(field.flatchoices).get(value, value)))
    if isinstance(field, StreamField):
        return Part(label, html=value.render_as_block())
    if isinstance(value, AbstractImage):
        return Part(label, html=_picture(value))
    if hasattr(value, "hour"):
        return Part(label, text=date_format(localtime(value), "Y年n月j日 H:i"))
    if hasattr(value, "year"):
        return Part(label, text=date_format(value, "Y年n月j日"))
    return Part(label, text=str(value or ""))


def _picture(image: AbstractImage) -> SafeString | str:
    made = light_rendition(image, "width-760")
    if made is None:
        return ""
    tag = '<img src="{}" width="{}" height="{}" alt="">'
    return format_html(tag, made.url, made.width, made.height)
