"""Take over last year's register of items."""

from typing import Any

from congress.files.reports import Report
from congress.files.spreadsheets import Sheet
from congress.information.actions.importing import import_items
from congress.information.book.rows import read_book
from congress.organisations.import_command import ImportCommand
from congress.organisations.models import Organisation


class Command(ImportCommand):
    help = "Enter the items of an old register; running it twice changes nothing."
    actor_name = "import_items"

    def take_over(self, sheets: tuple[Sheet, ...], county: Organisation, **options: Any) -> Report:
        return import_items(read_book(sheets), county=county, **options)
