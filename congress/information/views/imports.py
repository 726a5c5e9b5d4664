"""Taking over last year's register of items."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from congress.files.reports import Report
from congress.files.spreadsheets import Sheet
from congress.information.actions.importing import import_items
from congress.information.book.rows import read_book
from congress.organisations.roles import COUNTY_ADMIN, COUNTY_EDITOR
from congress.organisations.views.imports import ImportMixin, PreviewView, UploadView


class ItemsImport(ImportMixin):
    roles = (COUNTY_ADMIN, COUNTY_EDITOR)
    kind = "items"
    heading = _("Import an old register of items")
    lede = _(
        "Choose the register as the office kept it, a sheet for each month or all on one. Columns "
        "are recognised by their headings; adoptions and instructions are read from their cells. "
        "You will see what becomes of every row before anything is entered."
    )
    upload = "information:import_items"
    preview = "information:import_items_preview"

    def take_over(self, sheets: tuple[Sheet, ...], **options: Any) -> Report:
        return import_items(read_book(sheets), **options)


class ItemsUpload(ItemsImport, UploadView):
    pass


class ItemsPreview(ItemsImport, PreviewView):
    pass
