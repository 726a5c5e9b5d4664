"""With which suggestion another may be handled together."""

from dataclasses import dataclass

from congress import bigrams
from congress.suggestions.models import Suggestion

TAKES_IN = ("registered", "assigned", "in_handling")
# Said of nearly every one, so it makes none alike.
EMPTY = frozenset(bigrams.words("关于的建议"))
SHOWN = 100


@dataclass(frozen=True)
class Candidate:
    """`shared` is how many pairs of characters the titles share."""

    suggestion: Suggestion
    shared: int


def may_be_merged(suggestion: Suggestion) -> bool:
    """No township waits for its own reply, and no other was merged into it."""
    return suggestion.raised_from_id is None and not suggestion.merged.exists()


def candidates(suggestion: Suggestion) -> list[Candidate]:
    """Registered ones of this congress that are not answered yet, by how alike the titles are and
    then the newest first."""
    rows = Suggestion.objects.filter(congress=suggestion.congress_id, state__in=TAKES_IN)
    rows = rows.exclude(pk=suggestion.pk).order_by("-registered_at", "-pk")
    own = _pairs(suggestion.title)
    found = [
        Candidate(row, len(own & _pairs(row.title))) for row in rows.only("title", "reference")
    ]
    return sorted(found, key=lambda row: -row.shared)[:SHOWN]


def _pairs(title: str) -> set[str]:
    return set(bigrams.words(title)) - EMPTY
