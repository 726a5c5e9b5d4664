"""What a unit types while it handles a suggestion, and what the office answers to its reply."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.organisations.forms.fields import DayField
from congress.suggestions.models import Assignment, Contact
from congress.web.moments import require_possible_year


class ReturnForm(forms.Form):
    reason = forms.CharField(
        label=_("Why the unit cannot handle it"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("By which rule it is whose task; the presidium decides."),
    )


class ExtensionForm(forms.Form):
    reason = forms.CharField(
        label=_("Why more time is needed"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The presidium decides; the deputies are told when it agrees."),
    )


class ContactForm(forms.ModelForm):
    day = DayField(
        label=pgettext_lazy("contact", "Day of the contact"), validators=[require_possible_year]
    )

    class Meta:
        model = Contact
        fields = ("day", "way", "person", "gist")
        widgets = {"way": forms.RadioSelect, "gist": forms.Textarea(attrs={"rows": 4})}
        help_texts = {"gist": _("What the deputy wishes, and what the unit explained.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["way"].choices = Contact._meta.get_field("way").choices  # type: ignore[attr-defined]

    def _post_clean(self) -> None:
        """The action validates."""


class OpinionForm(forms.Form):
    opinion = forms.CharField(
        label=pgettext_lazy("form", "Opinion to the lead unit"),
        max_length=Assignment._meta.get_field("opinion").max_length,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("The lead unit works it into the reply. You can change it until it signs."),
    )


class AgainForm(forms.Form):
    reason = forms.CharField(
        label=_("What the opinion lacks"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class SignForm(forms.Form):
    signed_by = forms.CharField(
        label=_("Name of the head who signed"),
        max_length=40,
        help_text=_("The head of the unit has read and signed the reply on paper."),
    )


class GiveBackForm(forms.Form):
    remark = forms.CharField(
        label=_("What is wanting"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "The unit reads this sentence. Its time limit runs on as if it had not stopped."
        ),
    )
