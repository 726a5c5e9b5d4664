"""Posts, mandates and terms."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.audit.actors import Actor
from congress.organisations.forms.fields import (
    DayField,
    DayInput,
    OrganisationChoice,
    SectionChoice,
    ShapeForm,
)
from congress.organisations.forms.people import NewPersonForm, PostFields
from congress.organisations.models import (
    Appointment,
    Constituency,
    Deputy,
    DeputyGroup,
    Term,
)
from congress.organisations.queries.organisations import organisations_of_kinds
from congress.organisations.queries.posts import sections_visible_to
from congress.organisations.roles import DEPUTY, ROLES
from congress.organisations.rules import terms_visible_to

MANDATE = (
    "constituency", "group", "certificate_no", "occupation", "note", "starts_on", "ends_on",
)  # fmt: skip


class PostForm(PostFields):
    """A post for a person who is entered already."""


class CorrectPostForm(ShapeForm):
    class Meta:
        model = Appointment
        fields = ("role", "post_title", "full_time", "starts_on", "ends_on")
        widgets = {"starts_on": DayInput, "ends_on": DayInput}


class EndPostForm(forms.Form):
    ends_on = DayField(
        label=_("no longer in post from"),
        help_text=_("The rights end on this day; what was done in the post stays with it."),
    )


class MandateForm(ShapeForm):
    """A mandate: of an entered person where new, else the one to be changed."""

    class Meta:
        model = Deputy
        fields = ("term", *MANDATE)
        widgets = {"starts_on": DayInput, "ends_on": DayInput}

    def __init__(self, *args: Any, actors: Iterable[Actor], on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["term"].queryset = terms_visible_to(actors).select_related("congress")
        if self.instance.pk:
            del self.fields["term"]
        else:
            self.fields["starts_on"].initial = on
            self.fields["term"].empty_label = ""
        for name, model in (("constituency", Constituency), ("group", DeputyGroup)):
            rows = sections_visible_to(model, actors)
            if self.instance.pk and self.instance.congress.parent_id:
                rows = rows.filter(organisation=self.instance.congress_id)
            label = self.fields[name].label
            none = pgettext_lazy("value", "none")
            self.fields[name] = SectionChoice(rows, label=label, empty_label=none)

    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.fields}


class PersonWithMandateForm(NewPersonForm):
    """A new person with the first mandate."""

    def __init__(self, *args: Any, actors: Iterable[Actor], on: date, **kwargs: Any) -> None:
        super().__init__(*args, actors=actors, on=on, **kwargs)
        del self.fields["username"], self.fields["phone"]
        self.mandate_fields = MandateForm(actors=actors, on=on).fields
        self.fields |= self.mandate_fields
        self.order_fields(["name", "another_person", "numbers", *self.mandate_fields])

    def clean(self) -> dict[str, Any] | None:
        self.cleaned_data |= {"username": None, "phone": None}
        return super().clean()

    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.mandate_fields}


class EndMandateForm(forms.Form):
    ends_on = DayField(
        label=_("no longer a deputy from"),
        help_text=_("The person leaves the lists on this day; the records stay."),
    )
    reason = forms.CharField(
        label=pgettext_lazy("mandate", "reason"),
        max_length=200,
        help_text=_("For example moved away, resigned, recalled, deceased."),
    )


class ConfirmEndForm(forms.Form):
    ends_on = DayField(
        label=_("no longer a deputy from"), help_text=_("The true day, after looking it up.")
    )


class TermForm(ShapeForm):
    congress = OrganisationChoice(
        queryset=None, label=pgettext_lazy("field", "people's congress"), empty_label=""
    )

    class Meta:
        model = Term
        fields = ("congress", "number", "starts_on", "ends_on")
        widgets = {"starts_on": DayInput, "ends_on": DayInput}

    def __init__(self, *args: Any, actors: Iterable[Actor], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        congresses = organisations_of_kinds(actors, ROLES[DEPUTY].kinds)
        self.fields["congress"].queryset = congresses
        if self.instance.pk:
            self.fields["congress"].disabled = True
