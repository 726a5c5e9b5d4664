"""What people type about items; forms check shape and offer only what may be chosen."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.files.uploads import ACCEPT
from congress.information.models import (
    Adoption,
    Draft,
    Instruction,
    Item,
    PointsRule,
    Publication,
    SentUp,
)
from congress.information.models.adoptions import Level


class DateInput(forms.DateInput):
    """The browser's own calendar."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class DraftForm(forms.ModelForm):
    """The desk. Nothing is required to save; `submit_item` asks for what is missing."""

    NEEDED = ("title", "body", "drafter")

    version = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Draft
        fields = ("kind", "title", "body", "event_date", "drafter", "contact", "origin")
        widgets = {
            "title": forms.TextInput(attrs={"autocomplete": "off"}),
            "body": forms.Textarea(attrs={"rows": 16}),
            "event_date": DateInput,
            "contact": forms.TextInput(attrs={"inputmode": "tel"}),
        }
        help_texts = {
            "title": _("Say who did what with what result, in about twenty characters."),
            "body": _("200 to 500 characters: when, where, who, figures, what came of it."),
            "origin": _("The number of a suggestion or research project, if it came from one."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.NEEDED:
            self.fields[name].needed = True  # type: ignore[attr-defined]

    def show_version(self, version: int) -> None:
        """The next sending of this page counts as following that version."""
        sent: Any = self.data
        again = sent.copy()
        again["version"] = str(version)
        self.data = again

    def text(self) -> dict[str, Any]:
        """The fields of `ItemText` as cleaned."""
        return {name: self.cleaned_data[name] for name in Draft.TEXT_FIELDS}


class AttachmentForm(forms.Form):
    file = forms.FileField(
        label=_("Add a file"),
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPT}),
        help_text=_("Word, Excel, PDF or picture, at most 20 MB."),
    )


class ReasonForm(forms.Form):
    """Why something is taken back or kept."""

    reason = forms.CharField(
        label=pgettext_lazy("form", "Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The township reads this sentence."),
    )


class OptionalReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason (may stay empty)"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class RemarkForm(forms.Form):
    remark = forms.CharField(
        label=_("What should be changed"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class ReturnForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason for the return"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One sentence: what is missing or wrong."),
    )
    advice = forms.CharField(
        label=_("Advice on how to mend it"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Tell a beginner what to do next, with an example where you have one."),
    )


class AdoptForm(forms.ModelForm):
    seen_state = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Adoption
        fields = (
            "publication",
            "issue",
            "adopted_on",
            "mode",
            "sending",
            "printed_title",
            "printed_text",
        )
        widgets = {"adopted_on": DateInput, "printed_text": forms.Textarea(attrs={"rows": 12})}
        help_texts = {
            "issue": _("The number of the issue alone, such as 12; empty for a website."),
            "printed_title": _("As it was printed; change it where the editors did."),
        }

    def __init__(self, *args: Any, item: Item, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        publications = Publication.objects.filter(
            county_id=item.organisation.parent_id, active=True
        )
        self.fields["publication"].queryset = publications
        sendings = item.sendings.filter(undone_at=None)
        if sendings:
            self.fields["sending"].queryset = sendings
        else:
            del self.fields["sending"]

    def _post_clean(self) -> None:
        """The action builds and checks the row itself."""


class SendUpForm(forms.ModelForm):
    class Meta:
        model = SentUp
        fields = ("level", "sent_on")
        widgets = {"sent_on": DateInput}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["level"].choices = [
            choice for choice in Level.choices if choice[0] != Level.COUNTY
        ]
        self.fields["sent_on"].initial = timezone.localdate


class InstructionForm(forms.ModelForm):
    class Meta:
        model = Instruction
        fields = ("level", "leader", "given_on", "gist")
        widgets = {"given_on": DateInput, "gist": forms.Textarea(attrs={"rows": 4})}
        help_texts = {"leader": _("Post or name, such as 县委书记.")}


class PointsRuleForm(forms.ModelForm):
    class Meta:
        model = PointsRule
        fields = ("level", "publication", "kind", "points", "valid_from", "valid_to")
        widgets = {"valid_from": DateInput, "valid_to": DateInput}
        help_texts = {
            "publication": _("Empty: every publication of the level."),
            "kind": _("Empty: every type."),
        }

    def __init__(self, *args: Any, publications, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["publication"].queryset = publications
        self.fields["publication"].empty_label = pgettext_lazy("filter", "All")

    def _post_clean(self) -> None:
        """The action builds and checks the row itself."""


class RuleEndForm(forms.Form):
    valid_to = forms.DateField(
        label=_("First day on which it is no longer valid"), widget=DateInput
    )


class PublicationForm(forms.ModelForm):
    class Meta:
        model = Publication
        fields = ("name", "level", "active")

    def _post_clean(self) -> None:
        """The action builds and checks the row itself."""


class SignOffForm(forms.Form):
    wanted = forms.BooleanField(
        label=_("I sign off every item before it is submitted"), required=False
    )
