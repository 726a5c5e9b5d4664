"""Word and PDF files with words in them, made as an office's programs make them."""

from io import BytesIO

from docx import Document
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
)


def word_file(*paragraphs: str, cell: str = "") -> bytes:
    paper = Document()
    for paragraph in paragraphs:
        paper.add_paragraph(paragraph)
    if cell:
        paper.add_table(rows=1, cols=1).cell(0, 0).text = cell
    stream = BytesIO()
    paper.save(stream)
    return stream.getvalue()


def pdf_file(*lines: str, password: str = "") -> bytes:
    """One page, a line below the other; the font says by its table which sign is which letter."""
    letters = sorted({letter for line in lines for letter in line})
    codes = {letter: f"{number:04X}" for number, letter in enumerate(letters, start=1)}
    writer = PdfWriter()
    page = writer.add_blank_page(595, 842)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type0"),
            NameObject("/BaseFont"): NameObject("/Song"),
            NameObject("/Encoding"): NameObject("/Identity-H"),
            NameObject("/DescendantFonts"): ArrayObject([_descendant()]),
            NameObject("/ToUnicode"): writer._add_object(_stream(_table(codes))),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): font})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    shown = "".join(f"<{''.join(codes[c] for c in line)}> Tj 0 -24 Td " for line in lines)
    page[NameObject("/Contents")] = writer._add_object(_stream(f"BT /F1 16 Tf 72 720 Td {shown}ET"))
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    stream = BytesIO()
    writer.write(stream)
    assert len(PdfReader(BytesIO(stream.getvalue())).pages) == 1 if not password else True
    return stream.getvalue()


def _descendant() -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/CIDFontType2"),
            NameObject("/BaseFont"): NameObject("/Song"),
            NameObject("/DW"): NumberObject(1000),
        }
    )


def _table(codes: dict[str, str]) -> str:
    rows = "\n".join(f"<{code}> <{ord(letter):04X}>" for letter, code in codes.items())
    return (
        "/CIDInit /ProcSet findresource begin begincmap\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{rows}\nendbfchar endcmap end"
    )


def _stream(text: str) -> DecodedStreamObject:
    stream = DecodedStreamObject()
    stream.set_data(text.encode())
    return stream
