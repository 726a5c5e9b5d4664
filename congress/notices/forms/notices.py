"""The plain form of a notice."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from congress.notices.forms.widgets import DateInput, MomentInput
from congress.notices.models import Notice
from congress.notices.models.texts import Asked, NoticeText
from congress.notices.queries.audience import (
    Audience,
    constituencies_of,
    groups_of,
    offices_of,
    people_of,
)
from congress.organisations.models import Organisation
from congress.web.moments import require_possible_year

MEETING = ("meeting_at", "place", "bring")
DATES = ("meeting_at", "ends_on")
CONTACT = ("contact_name", "contact_phone")
NEEDED = ("meeting_at", "place", "body")
AUDIENCE = ("all_deputies", *Audience.PARTS)


class NoticeForm(forms.ModelForm):
    """What is needed to sign is asked for at the signature; a title is needed to save."""

    edition = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Notice
        fields = ("title", "asked", *MEETING, "body", *CONTACT, "ends_on", "routine", *AUDIENCE)
        widgets = {
            "title": forms.TextInput(attrs={"autocomplete": "off"}),
            "asked": forms.RadioSelect,
            "body": forms.Textarea(attrs={"rows": 8}),
            "meeting_at": MomentInput,
            "ends_on": DateInput,
            "contact_phone": forms.TextInput(attrs={"inputmode": "tel"}),
            **dict.fromkeys(Audience.PARTS, forms.CheckboxSelectMultiple),
        }
        help_texts = {
            "title": _("What it is about, in about fifteen characters; it stands in the message."),
            "body": _("For a meeting the items on the agenda; else what the people shall know."),
            "bring": _("Such as a notebook and the deputy's certificate."),
            "routine": _(
                "Notices of this kind may be signed by the secretary if the chair agrees."
            ),
        }

    def __init__(self, *args: Any, organisation: Organisation, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = {
            "groups": groups_of(organisation, on),
            "constituencies": constituencies_of(organisation, on),
            "offices": offices_of(organisation),
            "people": people_of(organisation, on),
        }
        for part, rows in offered.items():
            self.fields[part].queryset = rows
        self.fields["asked"].choices = Asked.choices
        for name in DATES:
            self.fields[name].validators.append(require_possible_year)
        for name in NEEDED:
            self.fields[name].needed = True  # type: ignore[attr-defined]
        if organisation.kind != Organisation.Kind.COUNTY:
            del self.fields["offices"]
        else:
            del self.fields["routine"]

    def clean(self) -> dict[str, Any]:
        """Time, place and what to bring belong to a meeting alone."""
        data = super().clean() or self.cleaned_data
        if data.get("asked") != Asked.ATTEND:
            data |= {"meeting_at": None, "place": "", "bring": ""}
        return data

    def _post_clean(self) -> None:
        """The action builds and checks the row itself."""

    def audience(self) -> Audience:
        """The choice as far as it was valid."""
        parts = {
            part: tuple(row.pk for row in self.cleaned_data.get(part) or ())
            for part in Audience.PARTS
        }
        return Audience(all_deputies=bool(self.cleaned_data.get("all_deputies")), **parts)

    def text(self) -> dict[str, Any]:
        names = (*NoticeText.TEXT_FIELDS, "routine", "ends_on")
        return {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}

    def show_edition(self, edition: int) -> None:
        """The next sending of this page counts as following that edition."""
        sent: Any = self.data
        again = sent.copy()
        again["edition"] = str(edition)
        self.data = again

    def text_fields(self) -> list[forms.BoundField]:
        return [field for field in self.visible_fields() if field.name not in AUDIENCE]

    def audience_fields(self) -> list[forms.BoundField]:
        """Parts of which there is nothing to choose are not shown."""
        shown = [self["all_deputies"]]
        parts = [self[part] for part in Audience.PARTS if part in self.fields]
        return shown + [part for part in parts if part.field.choices and len(part)]
