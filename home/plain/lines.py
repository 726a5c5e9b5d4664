"""The HTML of a paragraph block as lines of plain text."""

from html.parser import HTMLParser

from home.plain.marks import mark

BREAKS = {"p", "li", "br", "div"}
INLINE = {"b", "strong", "i", "em", "a", "sup", "sub"}
LISTS = {"ul", "ol"}
KNOWN = BREAKS | INLINE | LISTS


class LinesOf(HTMLParser):
    """`groups` are lists of lines, each list a paragraph or a whole list. `is_plain` is False where
    something stood there that plain text cannot say: a link to a page, a list within a list."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.groups: list[list[str]] = []
        self.line = ""
        self.open: list[tuple[str, str, int]] = []
        self.lists: list[str] = []
        self.number = 0
        self.is_plain = True
        self.feed(html)
        self.close()
        self.end_line()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag not in KNOWN or "linktype" in told:
            self.is_plain = False
        if tag in LISTS:
            self.begin_list(tag)
        elif tag in BREAKS:
            self.end_line()
            self.number += tag == "li"
        elif tag in INLINE:
            self.open.append((tag, told.get("href") or "", len(self.line)))

    def begin_list(self, tag: str) -> None:
        self.end_line()
        self.is_plain = self.is_plain and not self.lists
        self.lists.append(tag)
        self.number = 0
        self.groups.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag in BREAKS | LISTS:
            self.end_line()
        if tag in LISTS and self.lists:
            self.lists.pop()
        while tag in INLINE and self.open:
            name, href, start = self.open.pop()
            self.line = self.line[:start] + mark(name, self.line[start:], href)
            if name == tag:
                break

    def handle_data(self, data: str) -> None:
        self.line += data.replace("\n", " ")

    def end_line(self) -> None:
        text, self.line, self.open = self.line.strip(), "", []
        if not text:
            return
        if self.lists:
            self.groups[-1].append(
                f"- {text}" if self.lists[-1] == "ul" else f"{self.number}. {text}"
            )
        else:
            self.groups.append([text])
