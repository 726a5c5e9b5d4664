"""What the commands share that take over an Excel file as a whole."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from congress.audit.actors import Actor
from congress.files.refusals import FileRefused
from congress.files.reports import Report
from congress.files.spreadsheets import Sheet, read_path
from congress.organisations.commands import CountyCommand, refusal
from congress.organisations.models import Organisation

STANDARD_OUTPUT = "-"


class ImportCommand(CountyCommand):
    """FILE [--dry-run] [--report OUT.json]: exit code 0 when the file was read, however many rows
    were refused, and 2 with its sentence when the file itself is refused.

    The totals go to standard output; with `--report -` the report alone does.
    """

    actor_name: str

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("file", metavar="FILE", help="an Excel file (.xlsx)")
        parser.add_argument("--dry-run", action="store_true", help="write nothing, only report")
        parser.add_argument(
            "--report", metavar="OUT.json", help="write what became of every row; - is stdout"
        )

    def take_over(self, sheets: tuple[Sheet, ...], county: Organisation, **options: Any) -> Report:
        """Calls the action with `options`: file, dry_run, by, at."""
        raise NotImplementedError

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(options["file"])
        county = self.get_county(options["county"])
        target = _target(options["report"])
        try:
            report = self.take_over(
                read_path(path),
                county,
                file=path.name,
                dry_run=options["dry_run"],
                by=Actor.system(self.actor_name, county.pk, county.name),
                at=timezone.now(),
            )
        except FileRefused as refused:
            raise refusal(refused.sentence) from None
        finally:
            _remove_empty(target)
        for note in report.notes:
            self.stderr.write(note)
        text = json.dumps(report.as_json(), ensure_ascii=False, indent=2)
        if target:
            _write(target, text)
        if options["report"] == STANDARD_OUTPUT:
            self.stdout.write(text)
        else:
            self.stdout.write(_summary(report, options["dry_run"]))


def _target(name: str | None) -> Path | None:
    """Refused before anything is written where the report could not be: the file is opened."""
    if name is None or name == STANDARD_OUTPUT:
        return None
    target = Path(name)
    try:
        with target.open("ab"):
            return target
    except (OSError, ValueError):
        raise refusal(
            _("The report cannot be written to %(name)s. Please name a file in a folder.")
            % {"name": name}
        ) from None


def _remove_empty(target: Path | None) -> None:
    """What was opened only to see that it can be; a refused import leaves no report."""
    if target and target.is_file() and not target.stat().st_size:
        target.unlink()


def _write(target: Path, text: str) -> None:
    try:
        target.write_text(f"{text}\n", encoding="utf-8")
    except OSError:
        sentence = _(
            "The rows are dealt with, but the report could no longer be written to %(name)s. "
            "Running the command again with another name gives a report."
        )
        raise CommandError(sentence % {"name": target}) from None


def _summary(report: Report, dry_run: bool) -> str:
    values = report.totals | {"file": report.file, "rows": len(report.lines)}
    if dry_run:
        return (
            _(
                "%(file)s read, nothing written: %(rows)s rows, %(created)s to be entered, "
                "%(merged)s joined to earlier rows, %(unchanged)s there already, "
                "%(refused)s refused."
            )
            % values
        )
    return (
        _(
            "%(file)s imported: %(rows)s rows, %(created)s entered, %(merged)s joined to earlier "
            "rows, %(unchanged)s there already, %(refused)s refused."
        )
        % values
    )
