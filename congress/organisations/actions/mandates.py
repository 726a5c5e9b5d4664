"""Terms of the congresses and the mandates in them."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.organisations.actions.changes import assign, change_words
from congress.organisations.actions.organisations import check_active
from congress.organisations.actions.people import NewPerson, enter_person
from congress.organisations.models import Deputy, Organisation, Term, User
from congress.organisations.queries.posts import overlapping
from congress.organisations.roles import DEPUTY, ROLES
from congress.organisations.rules import may_keep, require


@transaction.atomic
def create_term(
    congress: Organisation,
    *,
    number: int,
    starts_on: date,
    ends_on: date | None = None,
    by: Actor,
    at: datetime,
) -> Term:
    """A term of a county's or a township's congress; sub-districts and units have none."""
    require(may_keep(by, congress))
    Organisation.objects.select_for_update().get(pk=congress.pk)
    term = Term(congress=congress, number=number, starts_on=starts_on, ends_on=ends_on)
    _check_term(term)
    term.save()
    record(term, "create_term", by=by, at=at, label=pgettext("act", "term entered"))
    return term


@transaction.atomic
def edit_term(
    term: Term,
    *,
    number: int,
    starts_on: date,
    ends_on: date | None,
    confirmed: bool = False,
    by: Actor,
    at: datetime,
) -> Term:
    """Mends a term; `confirmed` takes the mark 届次待核 away with it."""
    Organisation.objects.select_for_update().get(pk=term.congress_id)
    row = Term.objects.select_related("congress__parent").get(pk=term.pk)
    require(may_keep(by, row.congress))
    values: dict[str, Any] = {"number": number, "starts_on": starts_on, "ends_on": ends_on}
    if confirmed:
        values["unverified"] = False
    changes = assign(row, values)
    _check_term(row)
    row.save()
    if changes:
        label = pgettext("act", "term confirmed") if confirmed else pgettext("act", "term changed")
        note = change_words(row, changes)
        act = "confirm_term" if confirmed else "edit_term"
        record(row, act, by=by, at=at, label=label, note=note, details=changes)
    return row


@transaction.atomic
def give_mandate(
    person: User | NewPerson, *, term: Term, starts_on: date, by: Actor, at: datetime, **fields: Any
) -> Deputy:
    """A mandate in `term` from `starts_on`; a new person is entered with it.

    `fields` are constituency, group, certificate_no, occupation, note, ends_on.
    """
    require(may_keep(by, term.congress))
    Organisation.objects.select_for_update().get(pk=term.congress_id)
    user = enter_person(person, by=by, at=at)
    mandate = Deputy(user=user, congress=term.congress, term=term, starts_on=starts_on, **fields)
    _check_mandate(mandate)
    mandate.save()
    label = pgettext("act", "mandate entered")
    record(mandate, "give_mandate", by=by, at=at, label=label, note=str(term))
    return mandate


@transaction.atomic
def edit_mandate(mandate: Deputy, *, by: Actor, at: datetime, **values: Any) -> Deputy:
    """Mends constituency, group, certificate_no, occupation, note, starts_on or ends_on."""
    row = _row(mandate)
    require(may_keep(by, row.congress))
    if "ends_on" in values and values["ends_on"] != row.ends_on:
        values["ends_on_unverified"] = False
    changes = assign(row, values)
    _check_mandate(row)
    row.save()
    if changes:
        label = pgettext("act", "mandate changed")
        note = change_words(row, changes)
        record(row, "edit_mandate", by=by, at=at, label=label, note=note, details=changes)
    return row


@transaction.atomic
def end_mandate(mandate: Deputy, *, ends_on: date, reason: str, by: Actor, at: datetime) -> Deputy:
    """The mandate ends with the day before `ends_on` for `reason` (已调离、辞职); its records stay.
    `edit_mandate` with an empty end takes it back."""
    row = _row(mandate)
    require(may_keep(by, row.congress))
    row.ends_on, row.ends_on_unverified, row.note = ends_on, False, reason
    _check_mandate(row)
    row.save()
    label = pgettext("act", "mandate ended")
    note = _("%(reason)s, from %(date)s no longer") % {
        "reason": reason,
        "date": ends_on.isoformat(),
    }
    record(row, "end_mandate", by=by, at=at, label=label, note=note)
    return row


@transaction.atomic
def confirm_mandate_end(mandate: Deputy, *, ends_on: date, by: Actor, at: datetime) -> Deputy:
    """Sets the true day of an end that an import could only date by its own; 日期待核 goes."""
    row = _row(mandate)
    require(may_keep(by, row.congress))
    changes = assign(row, {"ends_on": ends_on, "ends_on_unverified": False})
    _check_mandate(row)
    row.save()
    label = pgettext("act", "end of the mandate confirmed")
    note = change_words(row, changes)
    record(row, "confirm_mandate_end", by=by, at=at, label=label, note=note, details=changes)
    return row


def _row(mandate: Deputy) -> Deputy:
    rows = Deputy.objects.select_for_update(of=("self",))
    return rows.select_related("congress__parent", "term", "user").get(pk=mandate.pk)


def _check_term(term: Term) -> None:
    if term.congress.kind not in ROLES[DEPUTY].kinds:
        raise ValidationError(
            {"congress": _("%(name)s has no congress of its own.") % {"name": term.congress.name}}
        )
    if term.ends_on and term.ends_on <= term.starts_on:
        raise ValidationError({"ends_on": _("The end must be later than the beginning.")})
    others = Term.objects.filter(congress=term.congress_id).exclude(pk=term.pk)
    if others.filter(number=term.number).exists():
        raise ValidationError({"number": _("This congress has a term of this number.")})
    known = overlapping(others.filter(unverified=False), term.starts_on, term.ends_on)
    if not term.unverified and known.exists():
        raise ValidationError(
            {
                "starts_on": _("Term %(number)s lasts on these days too. Please end it first.")
                % {"number": known[0].number}
            }
        )
    term.full_clean()


def _check_mandate(mandate: Deputy) -> None:
    term = mandate.term
    check_active(mandate.congress, mandate.ends_on)
    if mandate.starts_on < term.starts_on and not term.unverified:
        raise ValidationError(
            {
                "starts_on": _("The term begins on %(date)s only.")
                % {"date": term.starts_on.isoformat()}
            }
        )
    if mandate.ends_on and mandate.ends_on < mandate.starts_on:
        raise ValidationError({"ends_on": _("The end must not be before the beginning.")})
    own = Deputy.objects.filter(user=mandate.user_id, term=term).exclude(pk=mandate.pk)
    if overlapping(own, mandate.starts_on, mandate.ends_on).exists():
        raise ValidationError(_("The person has a mandate in this term on these days already."))
    for field in ("constituency", "group"):
        section = getattr(mandate, field)
        if section and not _belongs(section.organisation, mandate.congress):
            raise ValidationError(
                {field: _("This one belongs to %(name)s.") % {"name": section.organisation.name}}
            )
    mandate.full_clean()


def _belongs(organisation: Organisation, congress: Organisation) -> bool:
    """A county's deputies are elected in its townships and sub-districts."""
    if congress.parent_id is None:
        return organisation.county_id == congress.pk
    return organisation.pk == congress.pk
