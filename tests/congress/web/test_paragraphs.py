"""Texts as they were typed, in the templates."""

from datetime import date
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils import timezone

from congress.web.templatetags import web

YEAR = timezone.localdate().year


def shown(text: str, value: object) -> str:
    return Template("{% load web %}" + text).render(Context({"value": value}))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        (" \n　\n\t", ""),
        ("　　第一段。\r\n\r\n　　第二段。 ", "<p>第一段。</p>\n<p>第二段。</p>"),
        ("一\n二\r三", "<p>一</p>\n<p>二</p>\n<p>三</p>"),
        ("<script>看(1)</script>", "<p>&lt;script&gt;看(1)&lt;/script&gt;</p>"),
        ("<b>甲\n乙</b>", "<p>&lt;b&gt;甲</p>\n<p>乙&lt;/b&gt;</p>"),
        ("甲 & 乙 \"丙\" '丁'", "<p>甲 &amp; 乙 &quot;丙&quot; &#x27;丁&#x27;</p>"),
        ("</p><p>{{ x }}", "<p>&lt;/p&gt;&lt;p&gt;{{ x }}</p>"),
    ],
)
def test_paragraphs_are_escaped_once(text, html):
    assert web.paragraphs(text) == html
    assert shown("{{ value|paragraphs }}", text) == html


def test_the_templates_find_every_word():
    assert shown("{{ value|percent }}", Decimal("0.625")) == "63%"
    assert shown("{{ value|plain }}", Decimal("7.50")) == "7.5"
    assert shown("{{ value|day }} {{ value|weekday }}", date(YEAR, 1, 1)).startswith("1月1日 星期")
    assert shown("{{ value|moment }}|{{ value|day }}|{{ value|ago }}", None) == "||"
    assert shown("{{ value|own_reference }}", "石桥-<信息>") == "&lt;信息&gt;"
