"""Taking over a deputies' roster as a whole."""

from datetime import datetime

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import entry_for, record
from congress.audit.actors import Actor
from congress.audit.models import Entry
from congress.files.refusals import FileRefused
from congress.files.reports import Report
from congress.organisations.importing.deputies import Decisions
from congress.organisations.importing.known import people_of
from congress.organisations.importing.places import Places
from congress.organisations.models import (
    Constituency,
    ContactPhone,
    Deputy,
    DeputyGroup,
    Organisation,
    Term,
    User,
)
from congress.organisations.roster.rows import Roster
from congress.organisations.rules import may_keep, require


@transaction.atomic
def import_deputies(
    roster: Roster,
    *,
    county: Organisation,
    file: str,
    dry_run: bool = False,
    by: Actor,
    at: datetime,
) -> Report:
    """Enters the people and mandates of a roster into `county`; `file` is its name.

    People and mandates that are there stay; nobody gets a log-in. With `dry_run` nothing is
    written and the report says what would be. Raises `FileRefused` where no sheet is a roster.
    """
    require(may_keep(by, county))
    if not roster.rows:
        raise FileRefused(
            _(
                "No sheet has a row of headings with 姓名 and the rows of a roster below it. "
                "Please check the headings and choose the file again."
            )
        )
    Organisation.objects.select_for_update().get(pk=county.pk)
    today = timezone.localdate(at)
    decisions = Decisions(county, Places(county, roster, today), people_of(county), today)
    for row in roster.rows:
        decisions.take(row)
    report = Report(file, decisions.lines, _notes(roster, decisions))
    if not dry_run:
        _write(decisions, by, at)
        label = pgettext("act", "roster of deputies imported")
        details = report.totals | {"rows": len(report.lines)}
        record(county, "import_deputies", by=by, at=at, label=label, note=file, details=details)
    return report


def _write(decisions: Decisions, by: Actor, at: datetime) -> None:
    """Parents before children, each kind at once."""
    places, mandates = decisions.places, decisions.mandates
    terms = _used_terms(decisions)
    Term.objects.bulk_create(terms)
    Constituency.objects.bulk_create(places.new_constituencies)
    DeputyGroup.objects.bulk_create(places.new_groups)
    User.objects.bulk_create([user for user, _row in decisions.users])
    ContactPhone.objects.bulk_create(decisions.phones)
    Deputy.objects.bulk_create([mandate for mandate, _row in mandates.new])
    Deputy.objects.bulk_update(
        [mandate for mandate, _row in mandates.ended],
        ["ends_on", "ends_on_unverified", "note"],
    )
    entries: list[Entry] = []

    def enter(obj: models.Model, act: str, label: str, note: str) -> None:
        entries.append(entry_for(obj, act, by=by, at=at, label=label, note=note))

    for term in terms:
        enter(term, "create_term", pgettext("act", "term entered"), str(term))
    for user, row in decisions.users:
        enter(user, "create_person", pgettext("act", "person entered"), row.source)
    for mandate, row in mandates.new:
        enter(mandate, "give_mandate", pgettext("act", "mandate entered"), row.source)
    for mandate, row in mandates.ended:
        enter(mandate, "end_mandate", pgettext("act", "mandate ended"), row.source)
    Entry.objects.bulk_create(entries, batch_size=500)


def _used_terms(decisions: Decisions) -> list[Term]:
    used = [mandate.term for mandate, _row in decisions.mandates.new]
    return [new for new in decisions.places.new_terms if any(new is term for term in used)]


def _notes(roster: Roster, decisions: Decisions) -> list[str]:
    terms = _used_terms(decisions)
    known = "、".join(str(term) for term in terms if not term.unverified)
    guessed = "、".join(str(term) for term in terms if term.unverified)
    hidden, other = "、".join(roster.hidden), "、".join(roster.without_header)
    notes = {
        _("New terms, beginning on the day of the import: %(names)s"): known,
        _("A new term, number and beginning to be verified: %(names)s"): guessed,
        _("Hidden sheets were not read: %(names)s"): hidden,
        _("Sheets without the headings of a roster were not read: %(names)s"): other,
    }
    return [sentence % {"names": names} for sentence, names in notes.items() if names]
