"""People: entered with their first post or mandate, or changed."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from congress.audit.actors import Actor
from congress.organisations.actions import NewPerson
from congress.organisations.forms.fields import (
    DayField,
    MobileField,
    NumbersField,
    OrganisationChoice,
    UserNameField,
)
from congress.organisations.models import ContactPhone, User
from congress.organisations.models.organisations import Kind
from congress.organisations.phones import masked
from congress.organisations.queries.organisations import organisations_of_kinds
from congress.organisations.queries.people import namesakes
from congress.organisations.roles import STAFF_ROLE_CHOICES


class NewPersonForm(forms.Form):
    """A new person; where the county has somebody of this name, the form asks once before."""

    name = forms.CharField(label=pgettext_lazy("person", "name"), max_length=50)
    another_person = forms.BooleanField(
        label=gettext_lazy("This is another person of the same name"), required=False
    )
    numbers = NumbersField(
        label=pgettext_lazy("field", "contact numbers"),
        help_text=gettext_lazy("One number a line."),
    )
    username = UserNameField(
        help_text=gettext_lazy("Only for people who log in. Letters, digits and . @ - _.")
    )
    phone = MobileField(
        help_text=gettext_lazy("Instead of the user name, or beside it. Shown masked later.")
    )

    def __init__(self, *args: Any, actors: Iterable[Actor], on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name = (self.data.get("name") or "").strip()
        self.namesakes = list(namesakes(actors, name, on)) if name else []
        if not self.namesakes:
            del self.fields["another_person"]

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if self.namesakes and not self.cleaned_data["another_person"]:
            known = "；".join(f"{row.name}（{'、'.join(row.roles)}）" for row in self.namesakes)
            self.add_error(
                "another_person",
                _(
                    "Already entered: %(people)s. If it is the same person, please open their page"
                    " and add the post there; if not, please tick this."
                )
                % {"people": known},
            )
        return cleaned

    def person(self) -> NewPerson:
        data = self.cleaned_data
        return NewPerson(data["name"], data["numbers"], data["username"], data["phone"])


class PostFields(forms.Form):
    """What a post consists of besides its holder."""

    organisation = OrganisationChoice(
        queryset=None, label=pgettext_lazy("noun", "organisation"), empty_label=""
    )
    role = forms.ChoiceField(label=pgettext_lazy("noun", "role"), choices=STAFF_ROLE_CHOICES)
    post_title = forms.CharField(
        label=pgettext_lazy("field", "post title"),
        max_length=40,
        required=False,
        help_text=gettext_lazy("As it is called in the office; one holder at a time."),
    )
    full_time = forms.BooleanField(label=pgettext_lazy("field", "full-time post"), required=False)
    starts_on = DayField(label=gettext_lazy("in post from"))
    ends_on = DayField(
        label=gettext_lazy("in post until"),
        required=False,
        help_text=gettext_lazy("The first day without the post. Empty: open."),
    )

    def __init__(self, *args: Any, actors: Iterable[Actor], on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations_of_kinds(actors, Kind.values)
        self.fields["starts_on"].initial = on

    def post(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in PostFields.base_fields}


class PersonWithPostForm(NewPersonForm):
    """A new person with the first post; the post's fields come first."""

    def __init__(self, *args: Any, actors: Iterable[Actor], on: date, **kwargs: Any) -> None:
        super().__init__(*args, actors=actors, on=on, **kwargs)
        post = PostFields(actors=actors, on=on)
        self.fields |= post.fields
        self.order_fields(["name", "another_person", *post.fields])

    def post(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in PostFields.base_fields}


class KeptNumbers(forms.ModelMultipleChoiceField):
    """The contact numbers there are, masked, each to be kept or not."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Any) -> str:
        if obj.complete:
            return masked(obj.number)
        return _("%(number)s (a digit is missing)") % {"number": masked(obj.number)}


class EditPersonForm(forms.Form):
    """A person's name, numbers and log-in names; stored numbers are never shown in full."""

    name = forms.CharField(label=pgettext_lazy("person", "name"), max_length=50)
    kept = KeptNumbers(
        queryset=None,
        required=False,
        label=gettext_lazy("contact numbers that stay"),
        help_text=gettext_lazy("Take the tick away to remove a number."),
    )
    new_numbers = NumbersField(
        label=gettext_lazy("further contact numbers"), help_text=gettext_lazy("One number a line.")
    )
    username = UserNameField()
    phone = MobileField()
    no_phone = forms.BooleanField(label=gettext_lazy("remove the log-in number"), required=False)

    def __init__(
        self, *args: Any, user: User, account: bool, initial: dict[str, Any], **kwargs: Any
    ) -> None:
        """`account`: whether the log-in names may be changed too."""
        contacts = ContactPhone.objects.filter(user=user)
        present = {"name": user.name, "username": user.username, "kept": contacts}
        super().__init__(*args, initial=present | initial, **kwargs)
        self.user = user
        self.fields["kept"].queryset = contacts
        if not contacts:
            del self.fields["kept"]
        if user.phone:
            self.fields["phone"].help_text = _("Now %(number)s; empty: it stays.") % {
                "number": masked(user.phone)
            }
        if not (account and user.phone):
            del self.fields["no_phone"]
        if not account:
            del self.fields["username"], self.fields["phone"]

    def values(self) -> dict[str, Any]:
        """The person as they shall be, for `edit_person`."""
        data = self.cleaned_data
        kept = [phone.number for phone in data.get("kept", [])]
        phone = None if data.get("no_phone") else data.get("phone") or self.user.phone
        return {
            "name": data["name"],
            "username": data.get("username") if "username" in data else self.user.username,
            "phone": phone,
            "numbers": [*kept, *data["new_numbers"]],
        }
