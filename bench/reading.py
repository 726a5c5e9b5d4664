"""The figures of a page, as its reader finds them."""

from lxml import html

ROWS = "//table[contains(@class, 'table')]/tbody/tr"
ASIDE = ".//*[contains(@class, 'badge') or contains(@class, 'visually-hidden')]"


def rows_of(page: bytes) -> list[list[str]]:
    """The cells of each row of the table, without badges and what only a screen reader says."""
    return [[text_of(cell) for cell in row.findall("td")] for row in parsed(page).xpath(ROWS)]


def title_of(page: bytes) -> str:
    return text_of(parsed(page).find(".//h1"))


def parsed(page: bytes) -> html.HtmlElement:
    return html.fromstring(page, parser=html.HTMLParser(encoding="utf-8"))


def text_of(cell: html.HtmlElement) -> str:
    for aside in cell.xpath(ASIDE):
        aside.drop_tree()
    return " ".join(cell.text_content().split())
