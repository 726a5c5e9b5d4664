"""Both texts can be read back from the pieces."""

from hypothesis import given
from hypothesis import strategies as st

from congress.information.differences import Piece, differences

TEXTS = st.text(st.sampled_from("代表接待选民。，\n；：三人"), max_size=60)


@given(TEXTS, TEXTS)
def test_old_and_new_are_whole(old: str, new: str):
    pieces = differences(old, new)
    assert "".join(p.text for p in pieces if p.kind != "new") == old
    assert "".join(p.text for p in pieces if p.kind != "gone") == new
    assert all(piece.text for piece in pieces)


@given(TEXTS)
def test_nothing_changed(text: str):
    assert differences(text, text) == ([Piece("same", text)] if text else [])


def test_by_hand():
    old = "10月12日，代表进站接待选民。答复22件。"
    new = "10月12日，12名代表进站接待选民31人。答复22件。"
    assert differences(old, new) == [
        Piece("same", "10月12日，"),
        Piece("gone", "代表进站接待选民。"),
        Piece("new", "12名代表进站接待选民31人。"),
        Piece("same", "答复22件。"),
    ]


def test_the_line_ends_of_a_browser_are_no_change():
    assert differences("一行\n二行", "一行\r\n二行") == [Piece("same", "一行\n二行")]
