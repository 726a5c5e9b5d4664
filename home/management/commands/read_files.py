"""Reads attached files anew for the search."""

from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db.models import Model, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.documents.models import Document

from congress.files.keeping import read_attachment
from congress.files.readings import Reading
from congress.files.texts import is_read
from congress.information.models import ItemAttachment
from congress.notices.models import NoticeFile
from congress.suggestions.models import SuggestionFile
from home.actions import read_document

# Each kind of file, the attribute that is its name, and what reads it.
FILES: list[tuple[type[Model], str, Callable[..., Reading]]] = [
    (ItemAttachment, "name", read_attachment),
    (NoticeFile, "name", read_attachment),
    (SuggestionFile, "name", read_attachment),
    (Document, "filename", read_document),
]


class Command(BaseCommand):
    help = "Read the Word and PDF files of items, notices and the site again for the search."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--missing", action="store_true", help="only files that were never read"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        texts = [
            read(row, at=timezone.now()).text
            for model, name, read in FILES
            for row in self.rows_of(model, **options).iterator()
            if is_read(getattr(row, name))
        ]
        words = {"files": len(texts), "empty": texts.count("")}
        self.stdout.write(_("%(files)s files read, %(empty)s of them without words.") % words)

    def rows_of(self, model: type[Model], *, missing: bool, **_: Any) -> QuerySet:
        rows: QuerySet = model._default_manager.all()
        return rows.filter(reading=None) if missing else rows
