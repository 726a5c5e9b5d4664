"""How a congress checks replies and is reached, and by which scheme the county classes replies."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.organisations.models import Organisation
from congress.organisations.models.organisations import Kind
from congress.organisations.rules import require
from congress.suggestions.models import SuggestionSettings
from congress.suggestions.rules import may_set


@transaction.atomic
def set_checking(organisation: Organisation, *, wanted: bool, by: Actor, at: datetime) -> None:
    """For replies signed from now on; those that are in review stay there. A county always
    checks."""
    require(may_set(by, organisation) and organisation.kind != Kind.COUNTY)
    row = _row(organisation)
    row.check_replies = wanted
    _save(row)
    label = (
        pgettext("act done", "has replies checked before they go out")
        if wanted
        else pgettext("act done", "lets replies go out unchecked")
    )
    record(organisation, "set_checking", by=by, at=at, label=label)


@transaction.atomic
def choose_scheme(county: Organisation, *, scheme: str, by: Actor, at: datetime) -> None:
    """For replies signed from now on; signed ones keep the words of their class."""
    require(may_set(by, county) and county.kind == "county")
    row = _row(county)
    row.class_scheme = scheme
    _save(row)
    label = pgettext("act done", "chose the scheme of result classes")
    note = row.get_class_scheme_display()
    record(county, "choose_scheme", by=by, at=at, label=label, note=note)


@transaction.atomic
def set_office_phone(organisation: Organisation, *, phone: str, by: Actor, at: datetime) -> None:
    """For papers made from now on; the same number again is no act."""
    require(may_set(by, organisation))
    row = _row(organisation)
    if row.office_phone == phone.strip():
        return
    row.office_phone = phone.strip()
    _save(row)
    label = pgettext("act done", "set the telephone of the office")
    record(organisation, "set_office_phone", by=by, at=at, label=label, note=row.office_phone)


def _row(organisation: Organisation) -> SuggestionSettings:
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    row = SuggestionSettings.objects.filter(organisation=organisation).first()
    return row or SuggestionSettings(organisation=organisation)


def _save(row: SuggestionSettings) -> None:
    row.full_clean()
    row.save()
