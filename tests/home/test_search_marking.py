"""The words that were sought, marked in what the page shows."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress.bigrams import terms
from home.search.marking import LENGTH, marked, snippet, spans

ANYTHING = st.text(max_size=60)


@pytest.mark.parametrize(
    ("text", "query", "shown"),
    [
        ("农村饮水安全", "饮水", "农村<mark>饮水</mark>安全"),
        ("饮水饮水", "饮水", "<mark>饮水饮水</mark>"),
        ("农村饮水安全", "饮水 水安", "农村<mark>饮水安</mark>全"),
        ("ＡＢＣ公司与abcd", "abc", "<mark>ＡＢＣ</mark>公司与abcd"),
        ("ﬁre与水", "水", "ﬁre与<mark>水</mark>"),
        ("<b>饮水</b>&", "饮水", "&lt;b&gt;<mark>饮水</mark>&lt;/b&gt;&amp;"),
        ("修路", "饮水", "修路"),
    ],
)
def test_hits_are_marked(text: str, query: str, shown: str):
    assert marked(text, terms(query)) == shown


def test_a_snippet_shows_the_neighbourhood_of_the_first_hit():
    text = "前" * 200 + "饮水" + "后" * 200
    shown = snippet(["没有", text], terms("饮水"))
    assert shown == f"…{'前' * 30}<mark>饮水</mark>{'后' * (LENGTH - 32)}…"


def test_without_a_hit_a_snippet_shows_how_the_text_begins():
    assert snippet(["", "  第一段\n第二段"], terms("饮水")) == "第一段 第二段"
    assert snippet([], terms("饮水")) == ""


@given(text=ANYTHING, query=ANYTHING)
def test_no_text_is_an_error_and_nothing_of_it_is_lost(text: str, query: str):
    found = spans(text, terms(query))
    assert all(0 <= start < end <= len(text) for start, end in found)
    shown = marked(text, terms(query))
    assert re.sub("</?mark>", "", shown) == marked(text, ())
