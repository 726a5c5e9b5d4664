"""What the chair, or for the county the supervisor, decides about replies; the office's number."""

from django import forms
from django.utils.translation import gettext_lazy as _

from congress.suggestions.schemes import schemes


class PhoneForm(forms.Form):
    phone = forms.CharField(
        label=_("Telephone of the office"),
        max_length=30,
        required=False,
        help_text=_("It stands on hand-over sheets, letters and reminders."),
    )


class CheckingForm(PhoneForm):
    wanted = forms.BooleanField(label=_("Replies are checked before they go out"), required=False)


class SchemeForm(PhoneForm):
    scheme = forms.ChoiceField(label=_("Scheme of result classes"), widget=forms.RadioSelect)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scheme"].choices = [
            (scheme.code, f"{scheme.name}：{'；'.join(map(str, scheme.classes))}")
            for scheme in schemes().values()
        ]
