"""`make papers`: one of each paper as Word, PDF and pictures, with a page that shows them."""

import shutil
import subprocess
import sys
from html import escape
from pathlib import Path

from tests.congress.documents.office import office_path, to_pdf
from tests.congress.documents.samples import PAPERS

FOLDER = Path(__file__).parents[3] / "build" / "papers"
DOTS = "80"


def main() -> None:
    if not office_path():
        sys.exit("no LibreOffice found (SOFFICE names one)")
    if not shutil.which("pdftoppm"):
        sys.exit("no pdftoppm found; it comes with poppler-utils")
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    for name, (_, builder, value) in PAPERS.items():
        (FOLDER / f"{name}.docx").write_bytes(builder(value))
    to_pdf(sorted(FOLDER.glob("*.docx")), FOLDER)
    for name in PAPERS:
        pdf = FOLDER / f"{name}.pdf"
        subprocess.run(["pdftoppm", "-png", "-r", DOTS, pdf, pdf.with_suffix("")], check=True)
    sections = "".join(section(name, words) for name, (words, _, _) in PAPERS.items())
    page = f"<!doctype html><meta charset=utf-8><title>公文样张</title>{sections}"
    (FOLDER / "index.html").write_text(page, "utf-8")
    print(f"{len(PAPERS)} papers in {FOLDER.relative_to(Path.cwd())}/index.html")


def section(name: str, words: str) -> str:
    pictures = "".join(
        f'<img src="{path.name}" alt="{escape(words)}" style="border:1px solid #999;margin:4px">'
        for path in sorted(FOLDER.glob(f"{name}-[0-9]*.png"))
    )
    links = f'<a href="{name}.docx">Word</a> <a href="{name}.pdf">PDF</a>'
    return f"<h2>{escape(words)}</h2><p>{links}</p><div>{pictures}</div>"


if __name__ == "__main__":
    main()
