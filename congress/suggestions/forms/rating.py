"""The four aspects of a rating, by the deputy or from a signed slip."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.files.uploads import ACCEPT
from congress.suggestions.models.choices import Level


def _aspect(label: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=Level.choices, widget=forms.RadioSelect)


class RatingForm(forms.Form):
    """`round_no` is the round of the replies on the page."""

    round_no = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2)
    consultation = _aspect(_("How the unit talked with you"))
    attitude = _aspect(_("How it went about the matter"))
    reply = _aspect(_("What it answered"))
    result = _aspect(_("What came of it"))
    comment = forms.CharField(
        label=_("What else you would like to say"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def aspects(self) -> list[forms.BoundField]:
        return [self[name] for name in ("consultation", "attitude", "reply", "result")]


class SlipForm(RatingForm):
    """代录: whose slip it is, what stands on it, and its scan."""

    signatory = forms.ChoiceField(label=_("Whose slip it is"))
    scan = forms.FileField(
        label=_("Photo or scan of the signed slip"),
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPT}),
        help_text=_("Word, Excel, PDF or picture, at most 20 MB."),
    )
    field_order = ("signatory",)

    def __init__(self, *args: Any, signatories: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["signatory"].choices = signatories
        self.fields["comment"].label = pgettext_lazy("slip", "What else stands on the slip")
