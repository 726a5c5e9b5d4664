"""Names as they stand on paper: the congress, its presidium, a meeting, the number of a record.

In Chinese as the papers themselves are, whatever the language of the screen.
"""

from congress.files.word.counting import chinese
from congress.organisations.models import CongressSession, Organisation, Term
from congress.organisations.models.organisations import Kind
from congress.suggestions.models import Suggestion

LONG, SHORT = "人民代表大会", "人大"


def presidium(congress: Organisation) -> str:
    """Who hands over and decides: of a county its standing committee."""
    body = "常务委员会" if congress.kind == Kind.COUNTY else "主席团"
    return f"{congress.name}{LONG}{body}"


def office(congress: Organisation) -> str:
    return f"{congress.name}人大{'常委会' if congress.kind == Kind.COUNTY else '主席团'}"


def meeting(congress: Organisation, term: Term, session: CongressSession | None) -> str:
    """石桥镇第十九届人民代表大会第二次会议, between sessions …闭会期间."""
    return _meeting(congress, term, session, LONG)


def short_meeting(congress: Organisation, term: Term, session: CongressSession | None) -> str:
    return _meeting(congress, term, session, SHORT)


def meeting_of(suggestion: Suggestion) -> str:
    return meeting(suggestion.congress, suggestion.term, suggestion.session)


def _meeting(congress: Organisation, term: Term, session: CongressSession | None, name: str) -> str:
    held = f"第{chinese(session.number)}次会议" if session else "闭会期间"
    return f"{congress.name}第{chinese(term.number)}届{name}{held}"


def number_of(suggestion: Suggestion) -> str:
    """石桥-建议-19-2-012 → 第12号; nothing before the registration."""
    last = (suggestion.reference or "").rpartition("-")[2]
    return f"第{int(last)}号" if last.isdecimal() else ""
