"""What a reviewer fills in: the same two forms in the workspace and in Wagtail's windows."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from home.review.steps import CHECKLIST


class ApproveForm(forms.Form):
    checked = forms.MultipleChoiceField(
        label=pgettext_lazy("review", "I have checked"),
        choices=list(CHECKLIST.items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Please check every line and tick it.")},
    )
    comment = forms.CharField(
        label=_("Remark for the next reviewer"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean_checked(self) -> list[str]:
        checked = self.cleaned_data["checked"]
        if set(checked) != set(CHECKLIST):
            raise forms.ValidationError(_("Please check every line and tick it."))
        return checked


class SendBackForm(forms.Form):
    comment = forms.CharField(
        label=_("What should be changed"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Please say what should be changed; the writer reads it.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Stands on one page with the other form: its fields have ids of their own."""
        super().__init__(*args, **({"auto_id": "id_back_%s"} | kwargs))
