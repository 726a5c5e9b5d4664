"""How text and queries are cut into words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress.bigrams import MAX_TERMS, Term, folded, runs, terms, words

HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=12)
ANYTHING = st.text(max_size=60)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("调研组", "调研 研组 组"),
        ("水", "水"),
        ("我镇开展调研。组织代表", "我镇 镇开 开展 展调 调研 研 组织 织代 代表 表"),
        ("2026年底", "2026 年底 底"),
        ("5G网络WiFi", "5g 网络 络 wifi"),
        ("石桥-信息-2026-0031", "石桥 桥 信息 息 2026 0031"),
        ("ＡＢＣ１２３　（甲）", "abc123 甲"),
        ("Café naïve", "cafe naive"),
        ("“”、…… *&", ""),
        ("", ""),
        ("二〇二六", "二〇 〇二 二六 六"),
        ("饮\n水", "饮 水"),
    ],
)
def test_a_text_is_cut(text: str, cut: str):
    assert " ".join(words(text)) == cut


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("饮水", (Term("饮水", ("饮水",)),)),
        ("农村饮水", (Term("农村饮水", ("农村", "村饮", "饮水")),)),
        ("水", (Term("水", ("水",), prefix=True),)),
        ("2026年", (Term("2026年", ("2026", "年"), prefix=True),)),
        ("网络5G", (Term("网络5g", ("网络", "络", "5g")),)),
        ("饮水 安全 饮水", (Term("饮水", ("饮水",)), Term("安全", ("安全",)))),
        ('"饮水" OR (x)', (Term("饮水", ("饮水",)), Term("or", ("or",)), Term("x", ("x",)))),
        ("* \" ' \\ ( ) - :", ()),
        ("\x00\n\t", ()),
    ],
)
def test_a_query_is_understood(query: str, found: tuple[Term, ...]):
    assert terms(query) == found


def test_no_more_terms_than_an_office_types():
    assert len(terms(" ".join(f"w{n}" for n in range(200)))) == MAX_TERMS


@given(before=HAN, word=HAN, after=HAN)
def test_a_word_is_found_within_a_run(before: str, word: str, after: str):
    (term,) = terms(word)
    cut = f" {' '.join(words(before + word + after))} "
    assert f" {' '.join(term.words)}" in cut


@given(word=st.text(st.sampled_from("甲乙丙丁"), min_size=2, max_size=4), text=ANYTHING)
def test_words_in_a_row_are_the_word_itself(word: str, text: str):
    (term,) = terms(word)
    cut = f" {' '.join(words(text))} "
    assert (f" {' '.join(term.words)} " in cut) == (word in runs(text))


@given(ANYTHING)
def test_nothing_but_letters_and_digits_is_left(text: str):
    assert [c for c in folded(text) if not c.isalnum() and c != " "] == []
    assert all(re.fullmatch(r"\w+", word) for word in words(text))
    assert all(word for term in terms(text) for word in term.words)


@given(ANYTHING)
def test_the_runs_of_runs_are_the_same(text: str):
    assert runs(runs(text)) == runs(text)
