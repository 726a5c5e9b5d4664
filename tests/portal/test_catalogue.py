"""Reading ids from code and templates, and keeping the book of them."""

import polib
import pytest

from portal.catalogue.book import drift, faults, key_of, updated
from portal.catalogue.ids import MessageId, UnreadableId, ids_in_python, ids_in_template

PYTHON = """
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext
from elsewhere import gettext

plain = _("No items " "yet")
word = pgettext("button", "Save")
many = ngettext("%(n)s row", "%(n)s rows", n)
whole = translation.gettext("Another way")
either = _("Opened" if x else "Closed")
foreign = gettext("not ours")
"""
TEMPLATE = """
{% load i18n %}
{# translate "a comment" #}
{% translate "Save" context "button" %} {% translate "100% done" as done %}
{% blocktranslate trimmed count n=rows with name=item.name %}
  {{ name }} has
  {{ n }} row
{% plural %}
  {{ name }} has {{ n }} rows
{% endblocktranslate %}
{% blocktranslate context "list" %}It's "all"{% endblocktranslate %}
{{ _("Inside") }}{% include "x.html" with title=_("As argument") %}
"""


def test_ids_of_a_python_file():
    assert list(ids_in_python(PYTHON, "x.py")) == [
        MessageId("No items yet"),
        MessageId("Save", "button"),
        MessageId("%(n)s row", plural="%(n)s rows"),
        MessageId("Another way"),
        MessageId("Opened"),
        MessageId("Closed"),
    ]


def test_an_id_that_is_computed_is_refused():
    source = "from django.utils.translation import gettext\ngettext(f'{x}')\n"
    with pytest.raises(UnreadableId, match=r"^x\.py:2: a message id must be a literal text$"):
        list(ids_in_python(source, "x.py"))


def test_ids_of_a_template():
    assert list(ids_in_template(TEMPLATE, "x.html")) == [
        MessageId("Save", "button"),
        MessageId("100%% done"),
        MessageId("%(name)s has %(n)s row", plural="%(name)s has %(n)s rows"),
        MessageId('It\'s "all"', "list"),
        MessageId("Inside"),
        MessageId("As argument"),
    ]


def book_of(*entries: polib.POEntry) -> list[polib.POEntry]:
    return list(entries)


def texts(book: polib.POFile) -> dict[str, str]:
    return {
        key_of(e.msgid, e.msgctxt or ""): e.msgstr_plural[0] if e.msgid_plural else e.msgstr
        for e in book
    }


def test_the_known_is_kept_the_given_wins_the_gone_goes():
    old = book_of(
        polib.POEntry(msgid="Kept", msgstr="保留"),
        polib.POEntry(msgid="Changed", msgstr="旧"),
        polib.POEntry(msgid="Gone", msgstr="不见"),
    )
    used = {
        MessageId("Kept"): ["a.py"],
        MessageId("Changed"): ["a.py"],
        MessageId("Save", "button"): ["a.html"],
        MessageId("%(n)s row", plural="%(n)s rows"): ["a.py"],
        MessageId("New"): ["a.py"],
    }
    given = {"Changed": "新", "button\u0004Save": "保存", "%(n)s row": "%(n)s 行"}
    assert texts(updated(old, used, given)) == {
        "%(n)s row": "%(n)s 行",
        "Changed": "新",
        "Kept": "保留",
        "New": "",
        "button\u0004Save": "保存",
    }


def test_a_plural_joins_the_same_singular():
    used = {MessageId("row"): ["a.py"], MessageId("row", plural="rows"): ["b.py"]}
    book = updated([polib.POEntry(msgid="row", msgstr="行")], used, {})
    assert [(e.msgid_plural, e.msgstr_plural, e.occurrences) for e in book] == [
        ("rows", {0: "行"}, [("a.py", ""), ("b.py", "")])
    ]


def test_two_plurals_of_one_id_are_refused():
    used = {MessageId("row", plural="rows"): ["a.py"], MessageId("row", plural="lines"): ["b.py"]}
    with pytest.raises(ValueError, match=r"^two plurals for one id: row$"):
        updated([], used, {})


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (polib.POEntry(msgid="Save it", msgctxt="button"), "not translated: button Save it"),
        (polib.POEntry(msgid="Save", msgstr="保存", flags=["fuzzy"]), "fuzzy: Save"),
        (polib.POEntry(msgid="Save", msgstr="保存", obsolete=True), "obsolete: Save"),
        (polib.POEntry(msgid="%(n)s rows", msgstr="行"), "placeholders differ: %(n)s rows → 行"),
    ],
)
def test_faults_are_told(entry: polib.POEntry, fault: str):
    assert list(faults([entry])) == [fault]


def test_a_whole_entry_has_no_fault():
    entry = polib.POEntry(
        msgid="%(n)s row", msgid_plural="%(n)s rows", msgstr_plural={0: "%(n)s 行"}
    )
    assert list(faults([entry])) == []


def test_drift_names_what_is_missing_and_what_is_gone():
    book = [polib.POEntry(msgid="Gone"), polib.POEntry(msgid="Save", msgctxt="button")]
    used = {MessageId("Save", "button"): ["a.py"], MessageId("Save"): ["b.py", "c.py"]}
    assert list(drift(book, used)) == [
        "not in the catalogue: Save (b.py)",
        "no longer in use: Gone",
    ]
