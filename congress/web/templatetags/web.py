"""Small words of the templates: numbers, dates and names as an office writes them."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django import template
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

register = template.Library()

ONE = Decimal(1)
WEEKDAYS = "一二三四五六日"


@register.filter
def own_reference(reference: str | None) -> str:
    """石桥-信息-2026-0031 → 信息-2026-0031, for the township's own pages and papers."""
    return (reference or "").partition("-")[2]


@register.filter
def percent(rate: Decimal | None) -> str:
    """0.6250 → 63%, rounded half up; a dash where there is no rate."""
    return "—" if rate is None else f"{(rate * 100).quantize(ONE, ROUND_HALF_UP)}%"


@register.filter
def plain(number: Decimal | None) -> str:
    """A decimal without idle zeros: 85.00 → 85, 7.50 → 7.5."""
    if number is None:
        return "—"
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@register.filter
def day(moment: date | datetime | None) -> str:
    """11月22日, with the year where it is not this one."""
    if moment is None:
        return ""
    local = timezone.localtime(moment).date() if isinstance(moment, datetime) else moment
    text = f"{local.month}月{local.day}日"
    return text if local.year == timezone.localdate().year else f"{local.year}年{text}"


@register.filter
def moment(at: datetime | None) -> str:
    """11月22日 10:20, with the year where it is not this one."""
    return "" if at is None else f"{day(at)} {timezone.localtime(at):%H:%M}"


@register.filter
def weekday(value: date) -> str:
    return f"星期{WEEKDAYS[value.weekday()]}"


@register.filter
def days_left(days: int) -> str:
    """Until a date, in words; below zero it is over."""
    if days < 0:
        return _("%(late)s days overdue") % {"late": -days}
    if days > 1:
        return _("%(days)s days left") % {"days": days}
    return pgettext("deadline", "Due tomorrow") if days else pgettext("deadline", "Due today")


@register.simple_tag
def badge(label: str, tone: str = "") -> SafeString:
    """A word in a box; tones: info, success, warning, error, neutral."""
    return format_html('<span class="badge{}">{}</span>', f" badge-{tone}" if tone else "", label)


@register.simple_tag
def due_in(due: date, days: int) -> SafeString:
    """A last day and the days until it, in one line; below zero it is over."""
    near = " late strong" if days < 0 else " soon strong" if days <= 3 else ""
    words = '<span class="nowrap{}"><time datetime="{}">{}</time> {}</span>'
    return format_html(words, near, due, day(due), days_left(days))


@register.filter
def paragraphs(text: str) -> SafeString:
    """Every line that is not blank becomes a paragraph, as Chinese texts are typed."""
    lines = (line.strip(" \t\u3000") for line in text.splitlines())
    return format_html_join("\n", "<p>{}</p>", ((line,) for line in lines if line))


@register.filter
def ago(at: datetime | None) -> str:
    """How many days ago, in words."""
    if at is None:
        return ""
    days = (timezone.localdate() - timezone.localtime(at).date()).days
    return pgettext("date", "today") if days <= 0 else _("%(days)s days ago") % {"days": days}
