"""What a writer's screens share."""

from functools import cached_property
from typing import ClassVar

from congress.audit.actors import Actor
from congress.organisations.acts import RecordActView, RecordPressView
from congress.organisations.rules import NotAllowed
from congress.suggestions.models import Withdrawal
from congress.suggestions.rules import may_move
from congress.suggestions.states.entry import WRITERS
from congress.suggestions.views.base import SuggestionMixin


class EntryMixin(SuggestionMixin):
    """A deputy of two congresses acts as deputy of the one to which the record belongs."""

    roles: ClassVar[tuple[str, ...]] = WRITERS

    def acting(self, may) -> Actor:
        able = [actor for actor in self.actors if may(actor)]
        if not able:
            raise NotAllowed
        here = self.suggestion.congress_id
        return next((actor for actor in able if actor.organisation_id == here), able[0])

    @cached_property
    def wish(self) -> Withdrawal | None:
        return Withdrawal.objects.filter(suggestion=self.suggestion).first()


class EntryActView(EntryMixin, RecordActView):
    template_name = "congress/suggestions/entry_act.html"

    def may(self, actor: Actor) -> bool:
        return may_move(actor, self.suggestion, self.transition)


class EntryPressView(EntryActView, RecordPressView):
    """POST only."""
