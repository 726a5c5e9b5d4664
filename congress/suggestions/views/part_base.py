"""What the screens of one unit's part, and of its reply, share."""

from collections.abc import Callable
from functools import cached_property
from typing import Any, ClassVar

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from congress.audit.actors import Actor
from congress.organisations.acts import RecordActView, RecordPressView
from congress.organisations.roles import UNIT_OFFICER
from congress.suggestions.models import Assignment, Reply
from congress.suggestions.queries.replies import class_words
from congress.suggestions.rules import replies_visible_to, works_at
from congress.suggestions.views.base import SuggestionMixin


class PartMixin(SuggestionMixin):
    """`self.part` is a running part of the visible suggestion; the acts are its own unit's."""

    roles: ClassVar[tuple[str, ...]] = (UNIT_OFFICER,)
    request: HttpRequest

    @cached_property
    def part(self) -> Assignment:
        rows = self.suggestion.assignments.running().select_related("unit")
        part = get_object_or_404(rows, pk=self.kwargs["part"])  # type: ignore[attr-defined]
        part.suggestion = self.suggestion
        return part

    def may(self, actor: Actor) -> bool:
        return works_at(actor, self.part)

    def acting(self, may: Callable[[Actor], bool]) -> Actor:
        """Posts at one unit give the same right: the first one acts."""
        return next(filter(may, self.actors), self.actors[0])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        of_unit = self.roles == (UNIT_OFFICER,)
        return super().get_context_data(part=self.part, of_unit=of_unit, **kwargs)


class PartActView(PartMixin, RecordActView):
    template_name = "congress/suggestions/part_act.html"
    states: ClassVar[tuple[str, ...]] = ()

    def is_now(self) -> bool:
        return self.suggestion.state in (self.states or self.transition.sources)

    def act(self, form: Any, actor: Actor) -> Any:
        perform = type(self).perform
        return perform(self.part, by=actor, at=timezone.now(), **form.cleaned_data)


class PartPressView(PartActView, RecordPressView):
    """POST only."""


class ReplyActView(PartActView):
    """An act on a reply that is in a state of the transition."""

    @cached_property
    def reply(self) -> Reply:
        rows = replies_visible_to(self.actors).filter(suggestion=self.suggestion)
        rows = rows.select_related("assignment__unit").prefetch_related("files")
        reply = get_object_or_404(rows, pk=self.kwargs["reply"])
        reply.suggestion = self.suggestion
        reply.assignment.suggestion = self.suggestion
        return reply

    @cached_property
    def part(self) -> Assignment:
        return self.reply.assignment

    def is_now(self) -> bool:
        return self.reply.state in self.transition.sources

    def act(self, form: Any, actor: Actor) -> Any:
        perform = type(self).perform
        return perform(self.reply, by=actor, at=timezone.now(), **form.cleaned_data)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        files = list(self.reply.files.all())
        result = class_words(self.reply)
        return super().get_context_data(reply=self.reply, files=files, result=result, **kwargs)


class ReplyPressView(ReplyActView, RecordPressView):
    """POST only."""
