"""Reads attached files anew for the search."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.documents.models import Document

from congress.files.texts import is_read
from congress.information.actions import read_attachment
from congress.information.models import ItemAttachment
from home.actions import read_document


class Command(BaseCommand):
    help = "Read the Word and PDF files of items and of the site again for the search."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--missing", action="store_true", help="only files that were never read"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        attachments, documents = ItemAttachment.objects.all(), Document.objects.all()
        if options["missing"]:
            attachments = attachments.filter(reading=None)
            documents = documents.filter(reading=None)
        readings = [
            read_attachment(attachment, at=timezone.now())
            for attachment in attachments.iterator()
            if is_read(attachment.name)
        ]
        texts = [reading.text for reading in readings]
        texts += [
            read_document(document, at=timezone.now()).text
            for document in documents.iterator()
            if is_read(document.filename)
        ]
        words = {"files": len(texts), "empty": texts.count("")}
        self.stdout.write(_("%(files)s files read, %(empty)s of them without words.") % words)
