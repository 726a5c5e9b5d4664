"""The forms of the acts on a notice and on a row of its ledger."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.files.uploads import ACCEPT
from congress.notices.forms.widgets import MomentInput
from congress.notices.models.ledger import Answer
from congress.web.moments import require_possible_year

OTHER = "other"
REASONS = [
    ("公务", pgettext_lazy("leave", "on official business")),
    ("生病", pgettext_lazy("leave", "ill")),
    ("在外地", pgettext_lazy("leave", "away from home")),
    (OTHER, pgettext_lazy("leave", "another reason")),
]


class RemarkForm(forms.Form):
    remark = forms.CharField(
        label=_("What should be changed"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=pgettext_lazy("form", "Reason"),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everybody who is invited reads this sentence."),
    )


class MoveForm(forms.Form):
    meeting_at = forms.DateTimeField(
        label=pgettext_lazy("form", "New time"),
        widget=MomentInput,
        validators=[require_possible_year],
    )
    place = forms.CharField(label=pgettext_lazy("form", "Place"), max_length=80)
    reason = forms.CharField(
        label=pgettext_lazy("form", "Reason"),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class AddForm(forms.Form):
    people = forms.MultipleChoiceField(label=_("Whom to add"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, people: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].choices = people

    def clean_people(self) -> list[int]:
        return [int(key) for key in self.cleaned_data["people"]]


class CallForm(forms.Form):
    result = forms.CharField(
        label=_("What came of the call"),
        max_length=200,
        initial=_("Told, and agreed."),
        help_text=_("For example: told, will come; family took the call and will pass it on."),
    )


class LeaveForm(forms.Form):
    """One press on a reason; words only for another one."""

    why = forms.ChoiceField(
        label=_("Why can you not come?"), choices=REASONS, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label=_("Another reason, in a few words"), max_length=150, required=False
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("why") == OTHER and not data.get("words"):
            self.add_error("words", _("Please say why you cannot come."))
        return data

    def reason(self) -> str:
        why, words = self.cleaned_data["why"], self.cleaned_data["words"].strip()
        if why == OTHER:
            return words
        return f"{why}：{words}" if words else why


class BehalfForm(forms.Form):
    answer = forms.ChoiceField(
        label=_("What the person said"), choices=Answer.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(label=_("Reason for the leave"), max_length=200, required=False)


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("Add a file"),
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPT}),
        help_text=_("Word, Excel, PDF or picture, at most 20 MB."),
    )


class GroupForm(forms.Form):
    """Who follows the link of the group chat."""

    name = forms.CharField(
        label=pgettext_lazy("form", "Your name"),
        max_length=50,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    digits = forms.RegexField(
        r"^\s*\d{4}\s*$",
        label=_("Last four digits of your phone number"),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"invalid": _("Please enter four digits.")},
    )


class SettingsForm(forms.Form):
    wanted = forms.BooleanField(label=_("My secretary may sign routine notices"), required=False)
