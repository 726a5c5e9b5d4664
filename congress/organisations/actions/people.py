"""People: entering, changing, and the one look at their full numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.organisations.actions.changes import assign, change_words
from congress.organisations.models import ContactPhone, User
from congress.organisations.phones import is_complete, masked
from congress.organisations.rules import may_keep_account, may_keep_person, require


@dataclass(frozen=True)
class NewPerson:
    """A person not yet entered, who comes with the first post or mandate.

    `username` and `phone` (eleven digits) are for the log-in, `numbers` for being reached.
    """

    name: str
    numbers: tuple[str, ...] = ()
    username: str | None = None
    phone: str | None = None


def enter_person(person: User | NewPerson, *, by: Actor, at: datetime) -> User:
    """The person of a post or mandate: entered where new, else one whom `by` may keep.

    Part of the action that gives the post or mandate and checks the right to it.
    """
    if isinstance(person, User):
        require(may_keep_person(by, person))
        return person
    user = User(name=person.name, username=person.username, phone=person.phone)
    user.set_unusable_password()
    user.full_clean(exclude=["password"])
    user.save()
    _write_numbers(user, person.numbers)
    label = pgettext("act", "person entered")
    record(user, "create_person", by=by, at=at, label=label)
    return user


@transaction.atomic
def edit_person(
    user: User,
    *,
    name: str,
    username: str | None,
    phone: str | None,
    numbers: Iterable[str],
    by: Actor,
    at: datetime,
) -> User:
    """Changes the name, the two log-in names and the contact numbers, given as they shall be.

    The log-in names need the right to the account. The trail names what changed, and of numbers
    only the masked ones.
    """
    row = User.objects.select_for_update().get(pk=user.pk)
    require(may_keep_person(by, row))
    if (username, phone) != (row.username, row.phone):
        require(may_keep_account(by, row, timezone.localdate(at)))
    if row.has_usable_password() and not (username or phone):
        raise ValidationError(
            {"username": _("The person has an account: a user name or a log-in number is needed.")}
        )
    changes = assign(row, {"name": name, "username": username})
    hidden = _hidden(row.phone), _hidden(phone)
    if row.phone != phone:
        row.phone = phone
        changes["phone"] = hidden
    row.full_clean(exclude=["password"])
    row.save()
    dropped, added = _write_numbers(row, numbers)
    notes = [change_words(row, changes)] if changes else []
    if dropped:
        notes.append(_("contact numbers removed: %(numbers)s") % {"numbers": "、".join(dropped)})
    if added:
        notes.append(_("contact numbers added: %(numbers)s") % {"numbers": "、".join(added)})
    if notes:
        label = pgettext("act", "person changed")
        details = {**changes, "numbers_removed": dropped, "numbers_added": added}
        note = "；".join(notes)
        record(row, "edit_person", by=by, at=at, label=label, note=note, details=details)
    return row


@transaction.atomic
def reveal_numbers(user: User, *, by: Actor, at: datetime) -> list[str]:
    """The full numbers of one person, the log-in number first; one entry in the trail."""
    require(may_keep_person(by, user))
    label = pgettext("act", "full numbers looked at")
    record(user, "reveal_numbers", by=by, at=at, label=label)
    contacts = user.contact_phones.values_list("number", flat=True)
    return list(dict.fromkeys(filter(None, (user.phone, *contacts))))


def _hidden(number: str | None) -> str:
    return masked(number) if number else pgettext("value", "none")


def _write_numbers(user: User, numbers: Iterable[str]) -> tuple[list[str], list[str]]:
    """Makes these the person's contact numbers; returns the masked ones dropped and added."""
    wanted = list(dict.fromkeys(numbers))
    present = {phone.number: phone for phone in user.contact_phones.all()}
    dropped = [number for number in present if number not in wanted]
    ContactPhone.objects.filter(user=user, number__in=dropped).delete()
    for position, number in enumerate(wanted):
        phone = present.get(number) or ContactPhone(
            user=user, number=number, complete=is_complete(number)
        )
        phone.position = position
        phone.full_clean()
        phone.save()
    added = [number for number in wanted if number not in present]
    return list(map(masked, dropped)), list(map(masked, added))
