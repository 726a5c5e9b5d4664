"""What the acts of office and presidium share."""

from typing import Any, ClassVar

from django.db.models import QuerySet

from congress.audit.actors import Actor
from congress.organisations.acts import RecordActView, RecordPressView
from congress.suggestions import rules
from congress.suggestions.models import Suggestion
from congress.suggestions.views.base import SuggestionMixin


class OfficeActView(SuggestionMixin, RecordActView):
    """On a record of one's own congress; whoever only reads it finds nothing here."""

    roles: ClassVar[tuple[str, ...]] = rules.STAFF
    template_name = "congress/suggestions/act.html"

    def get_suggestions(self) -> QuerySet[Suggestion]:
        return rules.of_congress(self.actors)

    def may(self, actor: Actor) -> bool:
        return rules.may_move(actor, self.suggestion, self.transition)

    def acting(self, may) -> Actor:
        """Posts in one congress give the same right: the first one acts."""
        return next(filter(may, self.actors), self.actors[0])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**self.more(), **kwargs)

    def more(self) -> dict[str, Any]:
        """What the page of this act shows beside its form."""
        return {}


class PressView(OfficeActView, RecordPressView):
    """POST only."""


class PresidiumActView(OfficeActView):
    """An act that moves no state."""

    def may(self, actor: Actor) -> bool:
        return rules.is_presidium(actor, self.suggestion)
