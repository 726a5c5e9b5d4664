"""Loads the demo county into an empty database."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from congress.information.models import Item
from congress.organisations.models import Organisation
from portal.demo.accounts import log_ins
from portal.demo.loading import load


class Command(BaseCommand):
    help = "Load a demo county, made up and dated around today, into an empty database."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--accounts", action="store_true", help="only print the log-ins")
        parser.add_argument(
            "--if-empty", action="store_true", help="end well where there are organisations already"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["accounts"]:
            self.stdout.write("\n".join(log_ins()))
        elif not Organisation.objects.exists():
            self._load()
        elif not options["if_empty"]:
            raise CommandError(
                _(
                    "The database holds organisations already. The demo county is loaded only into"
                    " an empty, migrated database."
                ),
                returncode=2,
            )

    def _load(self) -> None:
        began = time.monotonic()
        county = load(today=timezone.localdate()).county
        words = {
            "county": county.name,
            "items": Item.objects.count(),
            "seconds": round(time.monotonic() - began),
        }
        sentence = _("%(county)s loaded: %(items)s information items in %(seconds)s seconds.")
        self.stdout.write(sentence % words)
