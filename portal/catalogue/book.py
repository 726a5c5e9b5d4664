"""The one .po file: kept in step with the ids in use, checked and compiled."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import polib

from portal.catalogue.ids import MessageId, ids_of_tree

BASE_DIR = Path(__file__).resolve().parents[2]
FOLDERS = ("congress", "home", "portal", "templates")
LOCALE_DIR = BASE_DIR / "portal" / "locale"
BOOK = LOCALE_DIR / "zh_Hans" / "LC_MESSAGES" / "django.po"
EXTRA_IDS = LOCALE_DIR / "extra_ids.txt"
GLUE = "\u0004"
WIDTH = 98
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|(?<!%)%[sd]|\{(\w*)\}")
METADATA = {
    "Project-Id-Version": "portal",
    "Language": "zh_Hans",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=1; plural=0;",
}


def ids_in_use() -> dict[MessageId, list[str]]:
    """Return every id of our own code and every listed one of the packages we stand on."""
    found = ids_of_tree(BASE_DIR, FOLDERS)
    place = EXTRA_IDS.relative_to(BASE_DIR).as_posix()
    own = {(message.text, message.context) for message in found}
    for message in extra_ids():
        if (message.text, message.context) not in own:
            found[message] = [place]
    return found


def extra_ids() -> Iterator[MessageId]:
    """Yield the ids of extra_ids.txt: `id`, `context␄id` or `id␞plural`; `#` opens a comment."""
    if not EXTRA_IDS.exists():
        return
    for line in EXTRA_IDS.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            context, _, rest = line.rpartition("␄")
            text, _, plural = rest.partition("␞")
            yield MessageId(unescaped(text), context, unescaped(plural))


def unescaped(text: str) -> str:
    return text.replace("\\n", "\n")


def key_of(text: str, context: str) -> str:
    return f"{context}{GLUE}{text}" if context else text


def updated(
    old: Iterable[polib.POEntry],
    used: Mapping[MessageId, list[str]],
    translations: Mapping[str, str],
) -> polib.POFile:
    """Return the book of the ids in use; the known is kept, the given wins, the rest is empty.

    `translations` maps an id, or context + U+0004 + id, to its Chinese text. Two plurals of one
    singular id raise ValueError, since a catalogue can hold only one.
    """
    known = {key_of(e.msgid, e.msgctxt or ""): e for e in old}
    book = polib.POFile(wrapwidth=WIDTH)
    book.metadata = METADATA
    entries: dict[str, polib.POEntry] = {}
    for message, places in sorted(used.items()):
        key = key_of(message.text, message.context)
        occurrences = [(place, "") for place in places]
        if key in entries:
            _join(entries[key], message, occurrences)
            continue
        entry = polib.POEntry(
            msgid=message.text, msgctxt=message.context or None, occurrences=occurrences
        )
        if "%(" in message.text:
            entry.flags = ["python-format"]
        text = translations.get(key) or (_text_of(known[key]) if key in known else "")
        _set_text(entry, text, message.plural)
        entries[key] = entry
    book.extend(entries.values())
    return book


def read() -> polib.POFile:
    return polib.pofile(str(BOOK), wrapwidth=WIDTH) if BOOK.exists() else polib.POFile()


def read_translations(paths: Iterable[Path]) -> dict[str, str]:
    """Return the translations of JSON files of the form {"id" or "context\\u0004id": "text"}."""
    merged: dict[str, str] = {}
    for path in paths:
        for key, value in json.loads(path.read_text("utf-8")).items():
            merged[key] = value[0] if isinstance(value, list) else value
    return merged


def compile_book() -> Path:
    """Write the .mo file beside the book and return its path."""
    target = BOOK.with_suffix(".mo")
    read().save_as_mofile(str(target))
    return target


def faults(book: Iterable[polib.POEntry]) -> Iterator[str]:
    """Yield a line for every entry that is empty, fuzzy, obsolete or loses a placeholder."""
    for entry in book:
        text = _text_of(entry)
        if entry.obsolete:
            yield f"obsolete: {entry.msgid}"
        elif entry.fuzzy:
            yield f"fuzzy: {entry.msgid}"
        elif not text:
            yield f"not translated: {entry.msgctxt or ''} {entry.msgid}".replace("  ", " ")
        elif placeholders(text) != placeholders(entry.msgid_plural or entry.msgid):
            yield f"placeholders differ: {entry.msgid} → {text}"


def drift(book: Iterable[polib.POEntry], used: Mapping[MessageId, list[str]]) -> Iterator[str]:
    """Yield a line for every id that is in use but not in the book, or the other way round."""
    kept = {key_of(entry.msgid, entry.msgctxt or "") for entry in book}
    wanted = {key_of(message.text, message.context): places for message, places in used.items()}
    for key in sorted(wanted.keys() - kept):
        yield f"not in the catalogue: {key.replace(GLUE, ' ')} ({wanted[key][0]})"
    for key in sorted(kept - wanted.keys()):
        yield f"no longer in use: {key.replace(GLUE, ' ')}"


def placeholders(text: str) -> set[str]:
    return {match[0] for match in PLACEHOLDER.finditer(text)}


def _join(entry: polib.POEntry, message: MessageId, occurrences: list[tuple[str, str]]) -> None:
    if message.plural and entry.msgid_plural and message.plural != entry.msgid_plural:
        raise ValueError(f"two plurals for one id: {message.text}")
    entry.occurrences = sorted({*entry.occurrences, *occurrences})
    if message.plural and not entry.msgid_plural:
        _set_text(entry, _text_of(entry), message.plural)


def _text_of(entry: polib.POEntry) -> str:
    return entry.msgstr_plural.get(0, "") if entry.msgid_plural else entry.msgstr


def _set_text(entry: polib.POEntry, text: str, plural: str) -> None:
    if plural:
        entry.msgid_plural, entry.msgstr, entry.msgstr_plural = plural, "", {0: text}
    else:
        entry.msgstr = text
