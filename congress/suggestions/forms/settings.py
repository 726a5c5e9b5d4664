"""What the chair, or for the county the supervisor, decides about replies."""

from django import forms
from django.utils.translation import gettext_lazy as _

from congress.suggestions.schemes import schemes


class CheckingForm(forms.Form):
    wanted = forms.BooleanField(label=_("Replies are checked before they go out"), required=False)


class SchemeForm(forms.Form):
    scheme = forms.ChoiceField(label=_("Scheme of result classes"), widget=forms.RadioSelect)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scheme"].choices = [
            (scheme.code, f"{scheme.name}：{'；'.join(map(str, scheme.classes))}")
            for scheme in schemes().values()
        ]
