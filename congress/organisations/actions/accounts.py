"""What happens to accounts."""

import secrets
from datetime import datetime

from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.organisations.models import User
from congress.organisations.rules import may_keep_account, require

# No letter or digit that can be taken for another on paper.
LETTERS = "abcdefghjkmnpqrstuvwxyz"
DIGITS = "23456789"


def log_password_change(user: User, *, at: datetime) -> None:
    """Enters a change that allauth has made into the trail, by the person alone."""
    record(
        user,
        "change_password",
        by=Actor(user.pk, user.name, "", "", None, ""),
        at=at,
        label=pgettext("act", "password changed"),
    )


@transaction.atomic
def give_account(user: User, *, by: Actor, at: datetime) -> str:
    """Opens the log-in with a new initial password and returns it; it is kept nowhere else.

    A password given before ends, and with it every session. Raises `ValidationError` for a
    person with neither user name nor log-in number. `revoke_account` takes it back.
    """
    row = User.objects.select_for_update().get(pk=user.pk)
    require(may_keep_account(by, row, timezone.localdate(at)))
    if not (row.username or row.phone):
        raise ValidationError(
            _("Please enter a user name or a log-in number for %(name)s first.")
            % {"name": row.name}
        )
    password = _initial_password()
    row.set_password(password)
    row.is_active = True
    row.save(update_fields=["password", "is_active"])
    label = pgettext("act", "account given with an initial password")
    record(row, "give_account", by=by, at=at, label=label)
    return password


@transaction.atomic
def revoke_account(user: User, *, by: Actor, at: datetime) -> None:
    """Ends the log-in and every session; the person and their records stay."""
    row = User.objects.select_for_update().get(pk=user.pk)
    require(may_keep_account(by, row, timezone.localdate(at)))
    if row.pk == by.user_id:
        raise ValidationError(
            _("Nobody takes their own account: another administrator has to do it.")
        )
    row.set_unusable_password()
    row.is_active = False
    row.save(update_fields=["password", "is_active"])
    _delete_sessions(row, at)
    label = pgettext("act", "account taken back")
    record(row, "revoke_account", by=by, at=at, label=label)


@transaction.atomic
def end_sessions(user: User, *, by: Actor, at: datetime) -> int:
    """Logs the person out everywhere; returns how many sessions ended."""
    require(may_keep_account(by, user, timezone.localdate(at)))
    ended = _delete_sessions(user, at)
    label = pgettext("act", "logged out everywhere")
    record(user, "end_sessions", by=by, at=at, label=label, details={"sessions": ended})
    return ended


def _initial_password() -> str:
    """Three groups of four such as `hkwm-7r3t-bq5n`, each with a letter and a digit."""
    mixer = secrets.SystemRandom()
    groups = []
    for _index in range(3):
        signs = [mixer.choice(LETTERS) for _sign in range(3)] + [mixer.choice(DIGITS)]
        mixer.shuffle(signs)
        groups.append("".join(signs))
    return "-".join(groups)


def _delete_sessions(user: User, at: datetime) -> int:
    """Sessions do not name their person outside, so each that still runs is opened."""
    running = Session.objects.filter(expire_date__gt=at).iterator(chunk_size=500)
    own = [row.pk for row in running if row.get_decoded().get("_auth_user_id") == str(user.pk)]
    return Session.objects.filter(pk__in=own).delete()[0]
