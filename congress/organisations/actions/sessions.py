"""Sessions of a congress are entered, changed and, where nothing was raised in them, removed."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.organisations.actions.changes import assign, change_words
from congress.organisations.models import CongressSession, Organisation, Term
from congress.organisations.registry import move
from congress.organisations.rules import may_keep_sessions, require


@transaction.atomic
def add_session(
    term: Term,
    *,
    number: int,
    opens_on: date,
    closes_on: date | None = None,
    by: Actor,
    at: datetime,
) -> CongressSession:
    require(may_keep_sessions(by, term.congress))
    _lock(term)
    session = CongressSession(term=term, number=number, opens_on=opens_on, closes_on=closes_on)
    _check(session)
    session.save()
    label = pgettext("act", "session entered")
    record(session, "add_session", by=by, at=at, label=label, note=str(session))
    return session


@transaction.atomic
def change_session(
    session: CongressSession,
    *,
    number: int,
    opens_on: date,
    closes_on: date | None,
    by: Actor,
    at: datetime,
) -> CongressSession:
    """The term stays. Running clocks that count from the close follow its day."""
    require(may_keep_sessions(by, session.term.congress))
    _lock(session.term)
    row = CongressSession.objects.select_related("term__congress").get(pk=session.pk)
    values = {"number": number, "opens_on": opens_on, "closes_on": closes_on}
    changes = assign(row, values)
    _check(row)
    row.save()
    if changes:
        label = pgettext("act", "session changed")
        note = change_words(row, changes)
        record(row, "change_session", by=by, at=at, label=label, note=note, details=changes)
    if "closes_on" in changes:
        move(row, why=str(row), by=by, at=at)
    return row


@transaction.atomic
def remove_session(session: CongressSession, *, by: Actor, at: datetime) -> None:
    """Its trail stays; refused where something was raised in it."""
    require(may_keep_sessions(by, session.term.congress))
    label = pgettext("act", "session removed")
    record(session, "remove_session", by=by, at=at, label=label, note=str(session))
    try:
        session.delete()
    except ProtectedError:
        raise ValidationError(
            _("Something was raised in this session already; it cannot be removed.")
        ) from None


def _check(session: CongressSession) -> None:
    session.full_clean()
    term = session.term
    last = session.closes_on or session.opens_on
    if session.opens_on < term.starts_on or (term.ends_on and last >= term.ends_on):
        raise ValidationError({"opens_on": _("These days are not in the term.")})


def _lock(term: Term) -> None:
    Organisation.objects.select_for_update().get(pk=term.congress_id)
