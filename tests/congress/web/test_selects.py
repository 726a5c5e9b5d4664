"""A plain choice says what Django's says."""

from django import forms
from lxml import html

from congress.web.selects import PlainSelect

CHOICES = [("", "全部"), ("a<b", "甲 & 乙"), (3, "丙")]


def parts(widget: forms.Select, value: object) -> list[tuple[str, dict[str, str], str]]:
    element = html.fromstring(widget.render("x", value, {"id": "id_x", "required": True}))
    return [(e.tag, dict(e.attrib), (e.text or "").strip()) for e in element.iter()]


def test_it_is_the_same_choice():
    for value in (None, "", "a<b", 3):
        plain, usual = PlainSelect(choices=CHOICES), forms.Select(choices=CHOICES)
        assert parts(plain, value) == parts(usual, value)
