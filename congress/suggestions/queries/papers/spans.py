"""What a catalogue or a report is of: a session of a congress, or a calendar year."""

from dataclasses import dataclass
from datetime import date

from congress.organisations.models import CongressSession, Organisation
from congress.suggestions.models import Suggestion
from congress.suggestions.models.suggestions import SuggestionQuerySet
from congress.suggestions.queries.papers.names import meeting


@dataclass(frozen=True)
class Span:
    """`code` stands in the address: s12 is the session of that key, 2026 a year. A year takes in
    what was submitted in it, in sessions and between them."""

    congress: Organisation
    code: str
    name: str
    year: int | None = None
    session: CongressSession | None = None

    @property
    def period(self) -> str:
        """The beginning of a sentence."""
        return f"{self.year}年，" if self.year else f"{self.name}期间，"

    def rows(self) -> SuggestionQuerySet:
        rows = Suggestion.objects.filter(congress=self.congress).submitted()
        if self.session:
            return rows.filter(session=self.session)
        return rows.filter(submitted_at__year=self.year)


def spans_of(congress: Organisation) -> list[Span]:
    """Sessions and years of which there is something, the newest first. Two questions."""
    rows = Suggestion.objects.filter(congress=congress).submitted().order_by()
    sessions = CongressSession.objects.filter(term__congress=congress)
    sessions = sessions.filter(pk__in=rows.values("session")).select_related("term")
    years = rows.dates("submitted_at", "year", order="DESC")
    found = [_of_year(congress, day.year) for day in years]
    return [*found, *(_of_session(congress, session) for session in sessions)]


def span_of(congress: Organisation, code: str) -> Span | None:
    return next((span for span in spans_of(congress) if span.code == code), None)


def _of_year(congress: Organisation, year: int) -> Span:
    return Span(congress, str(year), f"{congress.name}{year}年", year=year)


def _of_session(congress: Organisation, session: CongressSession) -> Span:
    name = meeting(congress, session.term, session)
    return Span(congress, f"s{session.pk}", name, session=session)


def blank_meeting(congress: Organisation, on: date) -> str:
    """What stands above a blank form: the session that sits, else the term alone. Two
    questions."""
    term = congress.terms.running(on).first()
    if term is None:
        return congress.name
    sessions = term.sessions.filter(opens_on__lte=on).exclude(closes_on__lt=on)
    session = sessions.first()
    name = meeting(congress, term, session)
    return name if session else name.removesuffix("闭会期间")
