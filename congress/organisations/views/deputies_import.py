"""Taking over a roster of deputies."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from congress.files.reports import Report
from congress.files.spreadsheets import Sheet
from congress.organisations.actions.importing import import_deputies
from congress.organisations.roles import COUNTY_ADMIN
from congress.organisations.roster.rows import read_roster
from congress.organisations.views.imports import ImportMixin, PreviewView, UploadView


class DeputiesImport(ImportMixin):
    roles = (COUNTY_ADMIN,)
    kind = "deputies"
    heading = _("Import a roster of deputies")
    lede = _(
        "Choose the roster as the townships keep it: one sheet for each, or all on one. Columns "
        "are recognised by their headings. Sex, birth, ethnicity, party and identity numbers are "
        "not read. You will see what becomes of every row before anything is entered."
    )
    upload = "organisations:import_deputies"
    preview = "organisations:import_deputies_preview"

    def take_over(self, sheets: tuple[Sheet, ...], **options: Any) -> Report:
        return import_deputies(read_roster(sheets), **options)


class DeputiesUpload(DeputiesImport, UploadView):
    pass


class DeputiesPreview(DeputiesImport, PreviewView):
    pass
