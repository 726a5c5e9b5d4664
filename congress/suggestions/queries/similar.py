"""What the congress has had before that reads alike, by shared pairs of characters."""

from django.db.models import F
from django.db.models.functions import Substr

from congress.bigrams import words
from congress.suggestions.models import Suggestion
from congress.suggestions.models.choices import Consent
from congress.suggestions.states.process import NEVER_PUBLIC

# Only the newest are compared, each by its title and the beginning of its text.
COMPARED = 500
OPENING = 200
SHOWN = 5
# Which share of the title's pairs must stand in the other.
ENOUGH = 0.3
# Pairs of nearly every title say nothing.
FREQUENT = frozenset(words("关于加强建议的意见"))


def similar_to(suggestion: Suggestion) -> list[Suggestion]:
    """At most five, the most alike first; one question. What its lead wants kept from publication
    is not shown to other deputies either."""
    wanted = pairs(suggestion.title)
    if not wanted:
        return []
    rows = Suggestion.objects.submitted().filter(congress=suggestion.congress_id)
    rows = rows.exclude(pk=suggestion.pk).exclude(consent=Consent.NONE)
    rows = rows.exclude(state__in=NEVER_PUBLIC).filter(raised_from=None)
    rows = rows.annotate(opening=Substr(F("problem"), 1, OPENING))
    newest = rows.only("title", "reference", "state", "created_at").order_by("-created_at", "-pk")
    found = []
    for row in newest[:COMPARED]:
        share = len(wanted & pairs(row.title + " " + row.opening)) / len(wanted)
        if share >= ENOUGH:
            found.append((share, row))
    found.sort(key=lambda pair: -pair[0])
    return [row for _share, row in found[:SHOWN]]


def pairs(text: str) -> set[str]:
    return {word for word in words(text) if len(word) > 1} - FREQUENT
