"""Take over a roster of deputies."""

from typing import Any

from congress.files.reports import Report
from congress.files.spreadsheets import Sheet
from congress.organisations.actions.importing import import_deputies
from congress.organisations.import_command import ImportCommand
from congress.organisations.models import Organisation
from congress.organisations.roster.rows import read_roster


class Command(ImportCommand):
    help = "Enter the people and mandates of a deputies' roster; running it twice changes nothing."
    actor_name = "import_deputies"

    def take_over(self, sheets: tuple[Sheet, ...], county: Organisation, **options: Any) -> Report:
        return import_deputies(read_roster(sheets), county=county, **options)
