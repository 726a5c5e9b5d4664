"""Word files made for a test, from their XML up: what no library writes can be written too."""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from PIL import Image

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="jpeg" ContentType="image/jpeg"/>'
    '<Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
TITLE = {"font": "方正小标宋简体", "size": 22, "align": "center"}
HEI = {"font": "黑体"}
KAI = {"font": "楷体_GB2312"}


def run(text: str, *, font: str = "仿宋_GB2312", size: float = 16, marks: str = "") -> str:
    """`marks` are further run properties, such as <w:b/>."""
    return (
        f'<w:r><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="{font}" w:eastAsia="{font}"/>{marks}'
        f'<w:color w:val="FF0000"/><w:sz w:val="{int(size * 2)}"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )


def paragraph(
    *pieces: str, align: str = "", properties: str = "", font: str = "", size: float = 16
) -> str:
    """Pieces that are no XML become runs."""
    face = font or "仿宋_GB2312"
    inner = "".join(
        piece if piece.startswith("<") else run(piece, font=face, size=size) for piece in pieces
    )
    justified = f'<w:jc w:val="{align}"/>' if align else ""
    return f"<w:p><w:pPr>{properties}{justified}</w:pPr>{inner}</w:p>"


def in_list(number: int, text: str, level: int = 0) -> str:
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, properties=properties)


def cell(*content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(content) or '<w:p/>'}</w:tc>"


def table(*rows: list[str]) -> str:
    return "<w:tbl>{}</w:tbl>".format("".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows))


def picture(key: str = "rId1") -> str:
    return (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="C:/文件/照片.jpg"/>'
        f'<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="{key}"/></pic:blipFill>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def jpeg(width: int = 320, height: int = 240) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (width, height), (120, 40, 40)).save(stream, "JPEG")
    return stream.getvalue()


def listed(number: int, *levels: tuple[str, str]) -> str:
    """One list for word/numbering.xml: the form and the text of each level."""
    rows = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for level, (form, text) in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="{number}">{rows}</w:abstractNum>'
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
    )


def word_file(
    *body: str,
    styles: str = "",
    numbering: str = "",
    media: Mapping[str, bytes] | None = None,
    links: Mapping[str, str] | None = None,
    extra: Mapping[str, bytes | str] | None = None,
) -> io.BytesIO:
    """A .docx file; `media` and `links` are by the ids of their relationships."""
    rows = [
        f'<Relationship Id="{key}" Type="{OFFICE}/image" Target="media/{key}.jpeg"/>'
        for key in media or {}
    ]
    rows += [
        f'<Relationship Id="{key}" Type="{OFFICE}/hyperlink" Target="{escape(url)}" '
        'TargetMode="External"/>'
        for key, url in (links or {}).items()
    ]
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {SPACES}><w:body>{''.join(body)}"
        "<w:sectPr/></w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{"".join(rows)}'
        "</Relationships>",
        "word/styles.xml": f"<w:styles {SPACES}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {SPACES}>{numbering}</w:numbering>",
    }
    parts |= {f"word/media/{key}.jpeg": content for key, content in (media or {}).items()}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in (parts | dict(extra or {})).items():
            package.writestr(name, part)
    file.seek(0)
    file.name = "稿件.docx"
    return file
