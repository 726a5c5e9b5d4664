"""Sessions of a congress."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.organisations.models import CongressSession, Organisation, Term
from congress.organisations.rules import may_keep_sessions, require


@transaction.atomic
def open_session(
    term: Term,
    *,
    number: int,
    opens_on: date,
    closes_on: date | None = None,
    by: Actor,
    at: datetime,
) -> CongressSession:
    """Raises `ValidationError` for days outside the term and a number that the term has."""
    require(may_keep_sessions(by, term.congress))
    Organisation.objects.select_for_update().get(pk=term.congress_id)
    session = CongressSession(term=term, number=number, opens_on=opens_on, closes_on=closes_on)
    session.full_clean()
    last = closes_on or opens_on
    if opens_on < term.starts_on or (term.ends_on and last >= term.ends_on):
        raise ValidationError({"opens_on": _("These days are not in the term.")})
    session.save()
    label = pgettext("act", "session entered")
    record(session, "open_session", by=by, at=at, label=label, note=str(session))
    return session
