"""The papers on a record's page."""

from collections.abc import Iterator

from django.urls import reverse

from congress.audit.actors import Actor
from congress.suggestions.models import Suggestion
from congress.suggestions.queries.papers.offered import Offer, offers
from congress.suggestions.views.parts import Section


def public_sections(actors: tuple[Actor, ...], suggestion: Suggestion) -> Iterator[Section]:
    papers = [
        {"label": offer.label, "url": paper_url(suggestion, offer)}
        for offer in offers(actors, suggestion)
    ]
    if papers:
        yield Section("congress/suggestions/_papers.html", {"papers": papers})


def paper_url(suggestion: Suggestion, offer: Offer) -> str:
    keys = [suggestion.pk, offer.kind, offer.part]
    return reverse("suggestions:download", args=keys if offer.part else keys[:2])
