"""Taking over last year's register of items as a whole."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import entry_for, record
from congress.audit.actors import SYSTEM, Actor
from congress.audit.models import Entry
from congress.files.refusals import FileRefused
from congress.files.reports import Report
from congress.information.actions.reading import index_texts
from congress.information.book.rows import Book
from congress.information.importing.items import Decisions
from congress.information.models import (
    Adoption,
    Draft,
    Instruction,
    Item,
    PointsLine,
    Publication,
    Round,
)
from congress.information.rules import may_keep_rules
from congress.organisations.models import Organisation
from congress.organisations.number_runs import next_references
from congress.organisations.rules import require


@transaction.atomic
def import_items(
    book: Book,
    *,
    county: Organisation,
    file: str,
    dry_run: bool = False,
    by: Actor,
    at: datetime,
) -> Report:
    """Enters the items of an old book with adoptions, instructions and points; `file` is its name.

    Numbers are those of the year of submission, in the order of the file; what is there already
    stays. With `dry_run` nothing is written and the report says what would be. Raises
    `FileRefused` where no sheet is a register.
    """
    require(_may_import(by, county))
    if not book.rows:
        raise FileRefused(
            _(
                "No sheet has a row of headings with 标题 and the rows of a register below it. "
                "Please check the headings and choose the file again."
            )
        )
    Organisation.objects.select_for_update().get(pk=county.pk)
    decisions = Decisions(county)
    for row in book.rows:
        decisions.take(row)
    report = Report(file, decisions.lines, _notes(book, decisions))
    if not dry_run:
        _write(decisions, by, at)
        label = pgettext("act", "register of items imported")
        details = report.totals | {"rows": len(report.lines)}
        record(county, "import_items", by=by, at=at, label=label, note=file, details=details)
    return report


def _may_import(by: Actor, county: Organisation) -> bool:
    own = by.organisation_id == county.pk
    return by.role == SYSTEM or (may_keep_rules(by) and own)


def _write(decisions: Decisions, by: Actor, at: datetime) -> None:
    """Parents before children, each kind at once."""
    entries, publications = decisions.entries, decisions.publications.new
    references = next_references(
        [(entry.item.organisation, f"信息-{entry.day.year}") for entry in entries], width=4
    )
    for entry, reference in zip(entries, references, strict=True):
        entry.item.reference = reference
    Publication.objects.bulk_create(publications)
    Item.objects.bulk_create([entry.item for entry in entries])
    index_texts([entry.item for entry in entries])
    Draft.objects.bulk_create([entry.draft for entry in entries])
    Round.objects.bulk_create([entry.round for entry in entries])
    Adoption.objects.bulk_create([row for entry in entries for row in entry.adoptions])
    Instruction.objects.bulk_create([row for entry in entries for row in entry.instructions])
    PointsLine.objects.bulk_create([row for entry in entries for row in entry.points])
    made = pgettext("act done", "publication entered")
    taken = pgettext("act done", "taken over from an old book")
    trail = [
        entry_for(publication, "create", by=by, at=at, label=made, note=str(publication))
        for publication in publications
    ]
    trail += [
        entry_for(
            entry.item,
            "import",
            by=by,
            at=at,
            label=taken,
            note=f"{entry.row.sheet} {entry.row.number}",
            to_state=entry.item.state,
        )
        for entry in entries
    ]
    Entry.objects.bulk_create(trail, batch_size=500)


def _notes(book: Book, decisions: Decisions) -> list[str]:
    notes = {
        _("New publications: %(names)s"): "、".join(
            each.name for each in decisions.publications.new
        ),
        _("Hidden sheets were not read: %(names)s"): "、".join(book.hidden),
        _("Sheets without the headings of a register were not read: %(names)s"): "、".join(
            book.without_header
        ),
    }
    return [sentence % {"names": names} for sentence, names in notes.items() if names]
