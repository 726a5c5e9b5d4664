"""Loads the demo county into an empty database."""

import socket
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
        parser.add_argument("--port", help="with --accounts: print the address, if it is free")
        parser.add_argument(
            "--if-empty", action="store_true", help="end well where there are organisations already"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["accounts"]:
            address = [address_at(options["port"])] if options["port"] else []
            self.stdout.write("\n".join([*log_ins(), *address]))
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


def address_at(port: str) -> str:
    """The address of the demo; raises `CommandError` where the port is no number or taken."""
    try:
        with socket.socket() as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(("127.0.0.1", int(port)))
    except (ValueError, OverflowError):
        raise CommandError(
            _("PORT must be a number up to 65535, not %(port)s.") % {"port": port}, returncode=2
        ) from None
    except OSError:
        raise CommandError(
            _("Port %(port)s cannot be used; another program may have it. Try PORT=8080.")
            % {"port": port},
            returncode=2,
        ) from None
    return f"http://127.0.0.1:{port}/"
