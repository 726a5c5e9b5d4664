"""The official form on paper, filled in or blank."""

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.views.generic import TemplateView

from congress.organisations.access import AccessMixin
from congress.organisations.models import Organisation, User
from congress.organisations.models.organisations import Kind
from congress.suggestions.models import Signatory
from congress.suggestions.models.choices import Consent, FormedBy, RaisedFor
from congress.suggestions.rules import READERS
from congress.suggestions.states.entry import WRITERS
from congress.suggestions.views.base import SuggestionMixin

LINES = 6


def numbers_of(user: User) -> list[str]:
    """How the person is reached; the log-in number where there is no other."""
    return [phone.number for phone in user.contact_phones.all()] or [user.phone or ""]


class PaperMixin(TemplateView):
    template_name = "congress/suggestions/paper.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            now=timezone.now(),
            consents=Consent.choices,
            ways=FormedBy.choices,
            years=RaisedFor.choices,
            **kwargs,
        )


class PaperView(SuggestionMixin, PaperMixin):
    """With telephone numbers: whoever sees the record, not the public."""

    roles = READERS

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = list(self.signatories())
        lead = next((row for row in rows if row.part == "lead"), None)
        return super().get_context_data(
            congress=self.suggestion.congress,
            lead=lead,
            numbers=numbers_of(lead.deputy.user) if lead else [],
            cosigners=[row for row in rows if row.part != "lead"],
            **kwargs,
        )

    def signatories(self) -> QuerySet[Signatory]:
        rows = self.suggestion.signatories.standing().select_related("deputy__user")
        return rows.prefetch_related("deputy__user__contact_phones")


class BlankPaperView(AccessMixin, PaperMixin):
    roles = WRITERS

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(congress=self.congress, empty=range(LINES), **kwargs)

    @property
    def congress(self) -> Organisation:
        """Of a deputy or secretary the own congress; a sub-district has none of its own."""
        here = self.organisation
        return here.parent if here.kind == Kind.SUBDISTRICT and here.parent else here
