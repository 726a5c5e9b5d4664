"""In which of several posts a person writes."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from congress.audit.actors import Actor


class PostForm(forms.Form):
    """Asks only where several posts give the right. The field is read by `AccessMixin.acting`."""

    acting_as = forms.ChoiceField(label=pgettext_lazy("form", "For"))

    def __init__(self, *args: Any, actors: Iterable[Actor] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = {
            actor.key: f"{actor.organisation_name}（{actor.role_label}）" for actor in actors
        }
        self.fields["acting_as"].choices = list(choices.items())
        if len(choices) < 2:
            del self.fields["acting_as"]
