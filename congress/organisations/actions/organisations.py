"""Organisations, and the constituencies and groups that belong to them."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.organisations.actions.changes import assign, change_words
from congress.organisations.models import (
    Appointment,
    Constituency,
    Deputy,
    DeputyGroup,
    Organisation,
)
from congress.organisations.models.organisations import Kind
from congress.organisations.names import short_name_of
from congress.organisations.queries.organisations import PARENT_KINDS, holder_of_name
from congress.organisations.queries.posts import overlapping
from congress.organisations.rules import may_keep, require
from congress.web.public_pages import public_page_changed

Section = Constituency | DeputyGroup


@transaction.atomic
def create_organisation(
    parent: Organisation, *, name: str, kind: str, by: Actor, at: datetime, **fields: Any
) -> Organisation:
    """An organisation under `parent`; `fields` are short_name, position, active_from.

    Raises `ValidationError` for a superior that does not fit and for a name that is taken.
    """
    require(may_keep(by, parent))
    organisation = Organisation(name=name, kind=kind, parent=parent, **fields)
    _check_place(organisation, parent)
    _check_names(organisation)
    organisation.full_clean()
    organisation.save()
    label = pgettext("act", "organisation entered")
    record(organisation, "create_organisation", by=by, at=at, label=label)
    return organisation


@transaction.atomic
def edit_organisation(
    organisation: Organisation, *, by: Actor, at: datetime, **values: Any
) -> Organisation:
    """Changes name, short_name, position, active_from or parent; the kind never changes."""
    row = _locked(organisation)
    require(may_keep(by, row))
    parent = values.get("parent", row.parent)
    if parent is not None:
        require(may_keep(by, parent))
        _check_place(row, parent)
    changes = assign(row, values)
    _check_names(row)
    row.full_clean()
    row.save()
    if changes:
        note = change_words(row, changes)
        label = pgettext("act", "organisation changed")
        record(row, "edit_organisation", by=by, at=at, label=label, note=note, details=changes)
        public_page_changed()
    return row


@transaction.atomic
def close_organisation(
    organisation: Organisation, *, active_to: date, by: Actor, at: datetime
) -> Organisation:
    """Ends it with the day before `active_to`; `reopen_organisation` takes that back.

    Refused for a county, and while a unit, a post or a mandate of it lasts longer.
    """
    row = _locked(organisation)
    require(may_keep(by, row))
    _check_closing(row, active_to)
    row.active_to = active_to
    row.full_clean()
    row.save()
    label = pgettext("act", "organisation closed")
    note = _("no longer active from %(date)s") % {"date": active_to.isoformat()}
    record(row, "close_organisation", by=by, at=at, label=label, note=note)
    return row


@transaction.atomic
def reopen_organisation(organisation: Organisation, *, by: Actor, at: datetime) -> Organisation:
    row = _locked(organisation)
    require(may_keep(by, row))
    row.active_to = None
    row.full_clean()
    row.save()
    label = pgettext("act", "closing taken back")
    record(row, "reopen_organisation", by=by, at=at, label=label)
    return row


@transaction.atomic
def create_section(section: Section, *, by: Actor, at: datetime) -> Section:
    """Saves a new constituency or group; raises `ValidationError` where the name is taken."""
    require(may_keep(by, section.organisation))
    _check_section(section)
    section.save()
    label = pgettext("act", "%(kind)s entered") % {"kind": section._meta.verbose_name}
    record(section, "create_section", by=by, at=at, label=label)
    return section


@transaction.atomic
def rename_section(section: Section, *, name: str, by: Actor, at: datetime) -> Section:
    row = type(section)._default_manager.select_for_update().get(pk=section.pk)
    require(may_keep(by, row.organisation))
    changes = assign(row, {"name": name})
    _check_section(row)
    row.save()
    if changes:
        label = pgettext("act", "%(kind)s renamed") % {"kind": row._meta.verbose_name}
        note = change_words(row, changes)
        record(row, "rename_section", by=by, at=at, label=label, note=note, details=changes)
    return row


def check_active(organisation: Organisation, ends_on: date | None) -> None:
    """Raises `ValidationError` where a post or mandate would outlast its organisation."""
    closed = organisation.active_to
    if closed and (ends_on is None or ends_on > closed):
        raise ValidationError(
            {
                "ends_on": _("%(name)s exists until %(date)s only; please end by then.")
                % {"name": organisation.name, "date": closed.isoformat()}
            }
        )


def _locked(organisation: Organisation) -> Organisation:
    rows = Organisation.objects.select_for_update(of=("self",)).select_related("parent")
    return rows.get(pk=organisation.pk)


def _check_place(organisation: Organisation, parent: Organisation) -> None:
    kind = organisation.kind
    if kind == Kind.COUNTY or kind not in Kind.values:
        raise ValidationError({"kind": _("Please choose township, sub-district or handling unit.")})
    if parent.kind not in PARENT_KINDS[Kind(kind)] or parent.pk == organisation.pk:
        sentence = (
            _("A unit stands under the county, a township or a sub-district.")
            if kind == Kind.UNIT
            else _("A township or sub-district stands under the county.")
        )
        raise ValidationError({"parent": sentence})


def _check_names(organisation: Organisation) -> None:
    """Locks the county, so that two organisations cannot take one name at the same moment."""
    county = Organisation.objects.select_for_update().get(pk=organisation.county_id)
    if organisation.pk == county.pk:
        county = organisation
    for field, names in (
        ("name", {organisation.name}),
        ("short_name", {short_name_of(organisation)}),
    ):
        holder = holder_of_name(county.pk, names, organisation.pk)
        if holder is not None:
            words = {
                "name": ", ".join(names),
                "holder": f"{holder.name}（{short_name_of(holder)}）",
            }
            sentence = _(
                "“%(name)s” is the name or short name of %(holder)s already. Please choose another."
            )
            raise ValidationError({field: sentence % words})


def _check_section(section: Section) -> None:
    """One of a name in an organisation; the sentence belongs to the field of the name."""
    others = type(section)._default_manager.filter(
        organisation=section.organisation, name=section.name
    )
    if others.exclude(pk=section.pk).exists():
        raise ValidationError({"name": _("There is one of this name already.")})
    section.full_clean()


def _check_closing(organisation: Organisation, active_to: date) -> None:
    if organisation.kind == Kind.COUNTY:
        raise ValidationError({"active_to": _("The county itself cannot be closed here.")})
    units = Organisation.objects.filter(parent=organisation).active_in(active_to, date.max)
    posts = overlapping(Appointment.objects.filter(organisation=organisation), active_to, None)
    mandates = overlapping(Deputy.objects.filter(congress=organisation), active_to, None)
    lasting = {"units": units.count(), "posts": posts.count(), "mandates": mandates.count()}
    if any(lasting.values()):
        sentence = _(
            "Still lasting on that day: %(units)s units, %(posts)s posts, %(mandates)s mandates."
            " Please end them first."
        )
        raise ValidationError({"active_to": sentence % lasting})
