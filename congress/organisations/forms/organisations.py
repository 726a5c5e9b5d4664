"""Organisations, their closing, and the names of constituencies and groups."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.audit.actors import Actor
from congress.organisations.forms.fields import DayField, DayInput, OrganisationChoice, ShapeForm
from congress.organisations.models import Organisation
from congress.organisations.models.organisations import TOWNSHIP_KINDS, Kind
from congress.organisations.queries.organisations import organisations_of_kinds


class OrganisationForm(ShapeForm):
    """For a new organisation, or for one whose kind is fixed and whose superior only changes
    where it is a unit."""

    parent = OrganisationChoice(
        queryset=None, label=pgettext_lazy("field", "superior organisation"), empty_label=""
    )

    class Meta:
        model = Organisation
        fields = ("kind", "parent", "name", "short_name", "position", "active_from")
        widgets = {"active_from": DayInput}

    def __init__(self, *args: Any, actors: Iterable[Actor], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = self.instance.kind
        kinds: tuple[str, ...] = (Kind.COUNTY, *TOWNSHIP_KINDS)
        self.fields["parent"].queryset = organisations_of_kinds(actors, kinds)
        self.fields["position"].required = False
        if self.instance.pk:
            self.fields["kind"].disabled = True
            self.fields["kind"].help_text = _("The kind stays as it was entered.")
            self.fields["parent"].disabled = kind != Kind.UNIT
        else:
            choices = [choice for choice in Kind.choices if choice[0] != Kind.COUNTY]
            self.fields["kind"].choices = choices
        if kind == Kind.COUNTY:
            del self.fields["parent"]

    def clean_position(self) -> int:
        return self.cleaned_data["position"] or 0


class ClosingForm(forms.Form):
    active_to = DayField(
        label=pgettext_lazy("organisation", "no longer active from"),
        help_text=_("The first day on which it no longer exists. Its records stay."),
    )


class SectionForm(forms.Form):
    name = forms.CharField(label=pgettext_lazy("section", "name"), max_length=60)
