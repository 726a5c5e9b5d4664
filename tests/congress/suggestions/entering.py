"""What the tests of a deputy's screens share."""

from typing import Any

from django.test import Client
from django.urls import reverse

from congress.organisations.models import Deputy
from congress.suggestions.models import Signatory, Suggestion
from tests.factories.suggestions import TEXT

PNG = b"\x89PNG\r\n\x1a\n\xe6\x9c\x9b\xe6\xb1\x9f"
CHOICES = {"kind": "suggestion", "category": "other", "consent": "full"}


def url(name: str, *keys: int) -> str:
    return reverse(f"suggestions:{name}", args=keys)


def typed(**changes: Any) -> dict[str, Any]:
    return TEXT | CHOICES | {"version": 0} | changes


def of(deputy: Deputy) -> Client:
    """A browser in which the deputy is logged in."""
    client = Client()
    client.force_login(deputy.user)
    return client


def fresh(suggestion: Suggestion) -> Suggestion:
    return Suggestion.objects.select_related("congress__parent", "term", "session").get(
        pk=suggestion.pk
    )


def row_of(suggestion: Suggestion, deputy: Deputy) -> Signatory:
    rows = suggestion.signatories.select_related("deputy__user", "suggestion")
    return rows.get(deputy=deputy)
