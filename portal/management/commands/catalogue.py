"""`manage.py catalogue update|check|compile`: the Chinese catalogue, without GNU gettext."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.catalogue import book
from portal.catalogue.ids import UnreadableId


class Command(BaseCommand):
    help = "Keep the message catalogue: update it from the code, check it, compile it."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True)
        update = actions.add_parser("update", help="read all ids; new ones empty, gone ones out")
        update.add_argument("--merge", nargs="+", type=Path, default=[], metavar="FILE.json")
        actions.add_parser("check", help="exit 1 unless complete and in step with the code")
        actions.add_parser("compile", help="write the .mo file")

    def handle(self, *, action: str, **options: Any) -> None:
        try:
            if action == "update":
                self.update_book(options["merge"])
            elif action == "check":
                self.check_book()
            else:
                self.stdout.write(str(book.compile_book().relative_to(book.BASE_DIR)))
        except UnreadableId as error:
            raise CommandError(str(error)) from error

    def update_book(self, merge: list[Path]) -> None:
        translations = book.read_translations(merge)
        new = book.updated(book.read(), book.ids_in_use(), translations)
        book.BOOK.parent.mkdir(parents=True, exist_ok=True)
        new.save(str(book.BOOK), newline="\n")
        missing = [line for line in book.faults(new) if line.startswith("not translated")]
        self.stdout.write(f"{len(new)} messages, {len(missing)} without translation")
        unused = translations.keys() - {book.key_of(e.msgid, e.msgctxt or "") for e in new}
        for key in sorted(unused):
            self.stderr.write(f"in no file: {key.replace(book.GLUE, ' | ')}")

    def check_book(self) -> None:
        old = book.read()
        lines = [*book.drift(old, book.ids_in_use()), *book.faults(old)]
        if lines:
            raise CommandError("\n".join([*lines, "`make messages` keeps the catalogue in step"]))
        self.stdout.write(f"{len(old)} messages, all translated")
