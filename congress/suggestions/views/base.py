"""What the screens of one suggestion share."""

from functools import cached_property
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse

from congress.audit.actors import Actor
from congress.organisations.access import AccessMixin, actors_on_request
from congress.suggestions.models import Suggestion
from congress.suggestions.rules import READERS, signatory_actors, visible_to


class SignatoryMixin(AccessMixin):
    """Whoever signed finds their own also after the mandate has ended."""

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        if not self.request.user.is_authenticated:
            return ()
        held = [actor for actor in actors_on_request(self.request) if actor.role in self.roles]
        if "deputy" in self.roles and not any(actor.role == "deputy" for actor in held):
            held += signatory_actors(self.request.user, self.today)
        return tuple(held)


class SuggestionMixin(SignatoryMixin):
    """`self.suggestion` is the visible record of the URL; anything else is 404."""

    roles: ClassVar[tuple[str, ...]] = READERS
    record_url = "suggestions:detail"

    @cached_property
    def suggestion(self) -> Suggestion:
        rows = self.get_suggestions().select_related("congress__parent", "term", "session")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    @property
    def record(self) -> Suggestion:
        return self.suggestion

    def get_suggestions(self) -> QuerySet[Suggestion]:
        return visible_to(self.actors)

    def get_success_url(self) -> str:
        return reverse("suggestions:detail", args=[self.suggestion.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(suggestion=self.suggestion, **kwargs)  # type: ignore[misc]
