"""A county's days, years and rule set. Every act is taken back by its counterpart."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.organisations.models import Organisation
from congress.organisations.rules import require
from congress.workdays.decrees import decreed_calendar
from congress.workdays.models import CalendarDay, ClockSettings, DecreedYear
from congress.workdays.queries import calendar_of
from congress.workdays.registry import move
from congress.workdays.rules import may_keep_workdays


@transaction.atomic
def set_day(
    county: Organisation, *, day: date, kind: str, name: str = "", by: Actor, at: datetime
) -> CalendarDay:
    """The county's word on one day, before whatever the decree says of it; `clear_day` takes it
    back. Running clocks move with it, those that have ended are not asked again."""
    require(may_keep_workdays(by, county.pk))
    _lock(county)
    row = CalendarDay.objects.filter(county=county, day=day).first()
    row = row or CalendarDay(county=county, day=day)
    row.kind, row.name = kind, name.strip()
    row.full_clean()
    row.save()
    label = pgettext("act done", "day of the calendar changed")
    record(row, "set_day", by=by, at=at, label=label, note=str(row))
    _move(county, row, by=by, at=at)
    return row


@transaction.atomic
def clear_day(row: CalendarDay, *, by: Actor, at: datetime) -> None:
    """The day is again as the decree has it."""
    require(may_keep_workdays(by, row.county_id))
    label = pgettext("act done", "day of the calendar put back")
    record(row, "clear_day", by=by, at=at, label=label, note=str(row))
    _lock(row.county)
    row.delete()
    _move(row.county, row, by=by, at=at)


@transaction.atomic
def decree_year(
    county: Organisation, *, year: int, source: str, by: Actor, at: datetime
) -> DecreedYear:
    """All days off of the year are entered as the notice `source` has them: from now on a count of
    working days in it is no estimate. `undo_decree` takes it back."""
    require(may_keep_workdays(by, county.pk))
    _lock(county)
    if year in decreed_calendar().decreed:
        raise ValidationError(_("The days off of this year are in the calendar already."))
    row = DecreedYear(county=county, year=year, source=source.strip())
    row.full_clean()
    row.save()
    label = pgettext("act done", "days off of a year entered")
    record(row, "decree_year", by=by, at=at, label=label, note=str(row))
    _move(county, row, by=by, at=at)
    return row


@transaction.atomic
def undo_decree(row: DecreedYear, *, by: Actor, at: datetime) -> None:
    """The year is an estimate again; its days stay as they are entered."""
    require(may_keep_workdays(by, row.county_id))
    label = pgettext("act done", "days off of a year no longer final")
    record(row, "undo_decree", by=by, at=at, label=label, note=str(row))
    _lock(row.county)
    row.delete()
    _move(row.county, row, by=by, at=at)


@transaction.atomic
def choose_rules(county: Organisation, *, rules: str, by: Actor, at: datetime) -> ClockSettings:
    """For clocks that start from now on; choosing the earlier set takes it back."""
    require(may_keep_workdays(by, county.pk))
    _lock(county)
    settings = ClockSettings.objects.filter(county=county).first() or ClockSettings(county=county)
    settings.rules = rules
    settings.full_clean()
    settings.save()
    label = pgettext("act done", "rule set chosen")
    record(settings, "choose_rules", by=by, at=at, label=label, note=settings.get_rules_display())
    return settings


def _move(county: Organisation, row: CalendarDay | DecreedYear, *, by: Actor, at: datetime) -> None:
    """Running clocks of all rooms follow the calendar in the same transaction."""
    move(county, calendar_of(county), why=str(row), by=by, at=at)


def _lock(county: Organisation) -> None:
    """Two who change the same county's calendar come one after the other."""
    Organisation.objects.select_for_update().get(pk=county.pk)
