"""In which session something is raised."""

from datetime import date, timedelta

from django.db.models import Q

from congress.organisations.models import CongressSession, Term

# A township's session takes a day or two: one whose end was never entered is over by then.
LONGEST = timedelta(days=15)


def sitting(term: Term, on: date) -> CongressSession | None:
    """The session of the term that sits on that day."""
    ends = Q(closes_on__gte=on) | Q(closes_on=None, opens_on__gt=on - LONGEST)
    return term.sessions.filter(ends, opens_on__lte=on).first()
