"""Clean parts as HTML, for whoever keeps no parts."""

from django.utils.html import escape
from django.utils.safestring import mark_safe

from congress.files.word.parts import Block, Bullets, Heading, Merged, Paragraph, Picture, Table


def html_of(blocks: tuple[Block, ...]) -> str:
    """The blocks as clean HTML, one a line; a picture without a source to be found under."""
    return mark_safe("\n".join(_html(block) for block in blocks))  # noqa: S308


def _html(block: Block) -> str:
    match block:
        case Heading(level, text):
            return f"<h{level + 1}>{escape(text)}</h{level + 1}>"
        case Paragraph(html):
            return f"<p>{html}</p>"
        case Bullets(items):
            return "<ul>{}</ul>".format("".join(f"<li>{item}</li>" for item in items))
        case Table():
            return _html_of_table(block)
        case Picture(name=name, caption=caption):
            words = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
            return f'<figure data-name="{escape(name)}">{words}</figure>'


def _html_of_table(table: Table) -> str:
    spans = {(area.row, area.column): area for area in table.merged}
    hidden = {
        (row, column)
        for area in table.merged
        for row in range(area.row, area.row + area.height)
        for column in range(area.column, area.column + area.width)
    } - spans.keys()
    lines = []
    for number, row in enumerate(table.rows):
        tag = "th" if table.has_head and number == 0 else "td"
        cells = [
            f"<{tag}{_span(spans.get((number, column)))}>{escape(text)}</{tag}>"
            for column, text in enumerate(row)
            if (number, column) not in hidden
        ]
        lines.append("<tr>{}</tr>".format("".join(cells).replace("\n", "<br>")))
    return "<table>{}</table>".format("".join(lines))


def _span(area: Merged | None) -> str:
    if area is None:
        return ""
    height = f' rowspan="{area.height}"' if area.height > 1 else ""
    width = f' colspan="{area.width}"' if area.width > 1 else ""
    return height + width
