"""A session of a congress, as it is entered."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.audit.actors import Actor
from congress.organisations.forms.fields import DayInput, ShapeForm
from congress.organisations.models import CongressSession, Term
from congress.organisations.rules import session_terms_of
from congress.web.moments import require_possible_year


class SessionForm(ShapeForm):
    term = forms.ModelChoiceField(queryset=Term.objects.none(), label=pgettext_lazy("noun", "term"))

    class Meta:
        model = CongressSession
        fields = ("term", "number", "opens_on", "closes_on")
        widgets = {"opens_on": DayInput, "closes_on": DayInput}
        help_texts = {
            "closes_on": _("The last day of the session; may be added when it is over."),
        }

    def __init__(self, *args: Any, actors: Iterable[Actor], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        terms = session_terms_of(actors).select_related("congress")
        self.fields["term"].queryset = terms.order_by("-starts_on", "congress__position", "pk")
        if self.instance.pk:
            self.fields["term"].disabled = True
        for name in ("opens_on", "closes_on"):
            self.fields[name].validators.append(require_possible_year)
