"""A .docx file becomes clean parts."""

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import nh3
from django.utils.translation import gettext as _

from congress.files.word import refusals
from congress.files.word.body import Body
from congress.files.word.elements import attribute, child, children
from congress.files.word.fonts import body_font
from congress.files.word.headings import level_of, with_leads
from congress.files.word.inline import Context
from congress.files.word.lines import Grid, Line, Part
from congress.files.word.package import Package, open_word
from congress.files.word.parts import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Picture,
    Table,
    WordText,
)
from congress.files.word.signatures import shortened
from congress.files.word.signing import Signed, without_signature
from congress.files.word.spans import Span
from congress.files.word.styles import Styles
from congress.files.word.titles import Titled, with_title

TAGS = {"b", "i", "a", "sup"}
ATTRIBUTES = {"a": {"href"}}
SCHEMES = {"http", "https", "mailto"}
# — 3 —, as some programs leave the number of a page in the text.
PAGE_NUMBER = re.compile(r"[-—–－ ]+\d{1,3}[-—–－ ]+")


def read_word(file: BinaryIO) -> WordText:
    """Raises `FileRefused` with a sentence for what is too big, hostile, too long, empty or no
    .docx file; everything else becomes a text, with warnings where something was lost."""
    package = open_word(file)
    context = Context(package, Styles(package.styles))
    body = Body(context)
    inner = child(package.document, "w:body")
    parts = [part for part in body.parts(() if inner is None else inner) if _counts(part)]
    if not parts:
        raise refusals.no_text()
    titled = with_title(tuple(parts))
    signed = without_signature(titled.rest)
    notes = _notes(package, context, body)
    blocks = tuple(_blocks((*signed.parts, *notes), body_font(parts)))
    signature = shortened(signed.signature)
    return WordText(
        title=titled.title,
        blocks=blocks,
        source=signature.source,
        author=signature.author,
        signed_on=signature.signed_on,
        warnings=(*context.findings.sentences(), *_told(titled, signed)),
    )


def _counts(part: Part) -> bool:
    return not isinstance(part, Line) or not PAGE_NUMBER.fullmatch(part.text)


def _notes(package: Package, context: Context, body: Body) -> Iterator[Line]:
    """Footnotes and endnotes as lines, in the order in which the text points at them."""
    roots = {"footnote": package.footnotes, "endnote": package.endnotes}
    for number, (kind, key) in enumerate(context.notes, 1):
        for note in children(roots[kind], f"w:{kind}"):
            if attribute(note, "id") == key:
                lines = [part for part in body.parts(note) if isinstance(part, Line)]
                spans = [span for line in lines for span in line.spans]
                yield Line((Span(f"[{number}] "), *spans))


def _blocks(parts: Iterable[Part], body: str) -> Iterator[Block]:
    """Neighbouring bullets are one list."""
    bullets: list[str] = []
    for part in parts:
        if isinstance(part, Line) and part.is_bullet:
            bullets.append(clean(part.html()))
            continue
        if bullets:
            yield Bullets(tuple(bullets))
            bullets = []
        yield from _block(part, body)
    if bullets:
        yield Bullets(tuple(bullets))


def _block(part: Part, body: str) -> Iterator[Block]:
    if isinstance(part, Line):
        level = level_of(part, body)
        if level:
            yield Heading(level, part.text)
        else:
            yield Paragraph(clean(with_leads(part, body).html()))
    elif isinstance(part, Grid):
        yield Table(part.rows, part.merged, part.has_head)
        yield from part.pictures
    elif isinstance(part, Picture):
        yield part


def clean(html: str) -> str:
    """Nothing but the few tags of a paragraph, whatever made them."""
    return nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)


def _told(titled: Titled, signed: Signed) -> Iterator[str]:
    if titled.above:
        text = "”“".join(line.text for line in titled.above)
        yield _("What stood above the title was left out: “%(text)s”.") % {"text": text}
    if not titled.title:
        yield _("No title was found in the file. Please write one.")
    elif not titled.is_certain:
        yield _("The first line was taken as the title. Please check it.")
    if signed.lines:
        text = "”“".join(signed.lines)
        yield _("The signature “%(text)s” was taken out of the text.") % {"text": text}
    if signed.signature.dropped:
        text = "、".join(signed.signature.dropped)
        yield _("Not taken over, since it does not belong on a public page: %(text)s") % {
            "text": text
        }
