"""What a congress, or its county, has chosen."""

from typing import Any

from congress.suggestions.models import Suggestion, SuggestionSettings
from congress.suggestions.schemes import DEFAULT


def checks_in(organisation: int) -> bool:
    """Whether replies are checked before they go out."""
    return bool(_chosen(organisation, "check_replies", True))


def scheme_in(county: int) -> str:
    """The code of the county's scheme of result classes."""
    return str(_chosen(county, "class_scheme", DEFAULT))


def phone_of_office(organisation: int) -> str:
    """As it stands on papers, empty where it is not known."""
    return str(_chosen(organisation, "office_phone", ""))


def last_article(congress: int) -> str:
    """By which the congress has refused last."""
    rows = Suggestion.objects.filter(congress=congress).exclude(refusal_article="")
    return rows.order_by("-pk").values_list("refusal_article", flat=True).first() or ""


def _chosen(organisation: int, field: str, usual: Any) -> Any:
    rows = SuggestionSettings.objects.filter(organisation=organisation)
    chosen = rows.values_list(field, flat=True).first()
    return usual if chosen is None else chosen
