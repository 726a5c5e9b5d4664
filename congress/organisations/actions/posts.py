"""Posts: giving, correcting, ending."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.organisations.actions.changes import assign, change_words
from congress.organisations.actions.organisations import check_active
from congress.organisations.actions.people import NewPerson, enter_person
from congress.organisations.models import Appointment, Organisation, User
from congress.organisations.queries.posts import other_administrators, overlapping
from congress.organisations.roles import COUNTY_ADMIN, ROLES
from congress.organisations.rules import may_keep, require


@transaction.atomic
def give_post(
    person: User | NewPerson,
    *,
    organisation: Organisation,
    role: str,
    starts_on: date,
    post_title: str = "",
    full_time: bool = False,
    ends_on: date | None = None,
    by: Actor,
    at: datetime,
) -> Appointment:
    """A post from `starts_on` until the day before `ends_on`; a new person is entered with it.

    Raises `ValidationError` for a role that the organisation does not have, for a titled post
    with a holder on any of these days, and for a second post of the same role.
    """
    require(may_keep(by, organisation))
    _lock(organisation)
    post = Appointment(
        user=enter_person(person, by=by, at=at),
        organisation=organisation,
        role=role,
        post_title=post_title,
        full_time=full_time,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    _check(post)
    post.save()
    label = pgettext("act", "post given")
    record(post, "give_post", by=by, at=at, label=label, note=_words(post))
    return post


@transaction.atomic
def correct_post(post: Appointment, *, by: Actor, at: datetime, **values: Any) -> Appointment:
    """Mends role, post_title, full_time, starts_on or ends_on; person and organisation stay."""
    row = _row(post)
    require(may_keep(by, row.organisation))
    before = _row(post)
    changes = assign(row, values)
    _check(row)
    _check_administrator_left(before, row, timezone.localdate(at))
    row.save()
    if changes:
        label = pgettext("act", "post corrected")
        note = change_words(row, changes)
        record(row, "correct_post", by=by, at=at, label=label, note=note, details=changes)
    return row


@transaction.atomic
def end_post(post: Appointment, *, ends_on: date, by: Actor, at: datetime) -> Appointment:
    """The rights of the post end with the day before `ends_on`; `correct_post` takes it back."""
    row = _row(post)
    require(may_keep(by, row.organisation))
    before = _row(post)
    row.ends_on = ends_on
    _check(row)
    _check_administrator_left(before, row, timezone.localdate(at))
    row.save()
    label = pgettext("act", "post ended")
    note = _("%(post)s, from %(date)s no longer") % {
        "post": _words(row),
        "date": ends_on.isoformat(),
    }
    record(row, "end_post", by=by, at=at, label=label, note=note)
    return row


def _lock(organisation: Organisation) -> None:
    """Posts of one organisation change one after the other."""
    Organisation.objects.select_for_update().get(pk=organisation.pk)


def _row(post: Appointment) -> Appointment:
    _lock(post.organisation)
    return Appointment.objects.select_related("organisation__parent", "user").get(pk=post.pk)


def _words(post: Appointment) -> str:
    return f"{post.organisation.name} {post.post_title or post.get_role_display()}"


def _check(post: Appointment) -> None:
    if post.organisation.kind not in ROLES[post.role].kinds:
        raise ValidationError(
            {
                "role": _("%(organisation)s has no %(role)s.")
                % {"organisation": post.organisation.name, "role": post.get_role_display()}
            }
        )
    if post.ends_on and post.ends_on <= post.starts_on:
        raise ValidationError({"ends_on": _("The end must be later than the beginning.")})
    check_active(post.organisation, post.ends_on)
    _check_holder(post)
    post.full_clean()


def _check_holder(post: Appointment) -> None:
    same_role = Appointment.objects.filter(organisation=post.organisation_id, role=post.role)
    others = overlapping(same_role, post.starts_on, post.ends_on).exclude(pk=post.pk)
    own = others.filter(user=post.user_id).first()
    if own:
        raise ValidationError(
            _("%(name)s holds this role here already, from %(start)s. Please correct that post.")
            % {"name": post.user.name, "start": own.starts_on.isoformat()}
        )
    holder = others.exclude(post_title="").filter(post_title=post.post_title).first()
    if holder:
        until = holder.ends_on.isoformat() if holder.ends_on else pgettext("end of a post", "open")
        raise ValidationError(
            {
                "post_title": _(
                    "%(name)s holds the post %(post)s on these days (from %(start)s, until"
                    " %(end)s). Please end that one first, or change the dates."
                )
                % {
                    "name": holder.user.name,
                    "post": holder.post_title,
                    "start": holder.starts_on.isoformat(),
                    "end": until,
                }
            }
        )


def _check_administrator_left(before: Appointment, after: Appointment, today: date) -> None:
    """A county always keeps somebody who can give posts."""
    lost_on = _administers_until(after, today)
    until = _administers_until(before, today)
    if until == today or lost_on is None or (until is not None and lost_on >= until):
        return
    if not other_administrators(before, lost_on).exists():
        raise ValidationError(
            _(
                "This is the county's last administrator with an account. Please give the post to"
                " somebody else first."
            )
        )


def _administers_until(post: Appointment, today: date) -> date | None:
    """The first day, from today on, on which the post does not make an administrator; None where
    it always does."""
    if post.role != COUNTY_ADMIN or post.starts_on > today:
        return today
    return max(post.ends_on, today) if post.ends_on else None
