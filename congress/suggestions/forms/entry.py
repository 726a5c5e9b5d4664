"""The official form: what a deputy writes, what the office takes from a signed paper."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.files.uploads import ACCEPT, check_attachment
from congress.organisations.models import CongressSession, Deputy
from congress.suggestions.models import Suggestion
from congress.suggestions.models.choices import Consent, FormedBy, RaisedFor

TEXT = ("title", "problem", "advice")
CIRCUMSTANCES = tuple(name for name in Suggestion.TEXT_FIELDS if name not in TEXT)


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once, each looked at before anything is saved."""

    widget = FilesInput(attrs={"accept": ACCEPT, "multiple": True})

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        if not data:
            return [super().clean(None, initial)] if self.required else []
        files = [super(FilesField, self).clean(one, initial) for one in data]
        for file in files:
            check_attachment(file)
        return files


class MandateField(forms.ModelChoiceField):
    """A deputy by name, with the group; of somebody's own mandates by the congress."""

    def __init__(self, *args: Any, by_congress: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_congress = by_congress

    def label_from_instance(self, obj: Deputy) -> str:
        return str(obj.congress) if self.by_congress else named(obj)


def named(deputy: Deputy) -> str:
    return f"{deputy.user.name}（{deputy.group}）" if deputy.group else deputy.user.name


class SuggestionForm(forms.ModelForm):
    """What is missing to submit is asked for at the submission; a title is needed to save."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Suggestion
        fields = (*TEXT, *CIRCUMSTANCES)
        widgets = {
            "title": forms.TextInput(attrs={"autocomplete": "off"}),
            "problem": forms.Textarea(attrs={"rows": 7}),
            "advice": forms.Textarea(attrs={"rows": 5}),
            "kind": forms.RadioSelect,
            "consent": forms.RadioSelect,
        }
        help_texts = {
            "title": _(
                "Where and what, such as 关于改造李家湾小学门前道路的建议. One matter only."
            ),
            "problem": _("What is the matter, where, since when, whom does it concern?"),
            "advice": _("What should be done, and by whom, as far as you know?"),
            "category": _("The office checks it; you may leave it as it is."),
        }

    def __init__(self, *args: Any, mandates: QuerySet[Deputy] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in TEXT:
            self.fields[name].needed = True  # type: ignore[attr-defined]
        for name, kinds in (("formed_by", FormedBy), ("raised_for", RaisedFor)):
            self.fields[name].choices = [("", pgettext_lazy("choice", "not said")), *kinds.choices]
        for name in ("kind", "consent"):
            self.fields[name].choices = self.fields[name].choices[-3:]
        if mandates is not None and len(mandates) > 1:
            self.fields["lead"] = MandateField(
                mandates,
                by_congress=True,
                label=_("To which people's congress"),
                empty_label=None,
                initial=mandates[0],
                widget=forms.RadioSelect,
            )
        if self.instance.pk is None:
            self.add_files()

    def add_files(self) -> None:
        self.fields["photos"] = FilesField(
            label=_("Photos or papers"),
            required=False,
            help_text=_("A photo of the spot helps. Pictures, Word, Excel or PDF, 20 MB each."),
        )

    def _post_clean(self) -> None:
        """The action builds and checks the row itself."""

    def text(self) -> dict[str, Any]:
        names = (*Suggestion.TEXT_FIELDS, "session", "from_motion")
        return {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}

    def show_edition(self, edition: int) -> None:
        """The next sending of this page counts as following that edition."""
        sent: Any = self.data
        again = sent.copy()
        again["version"] = str(edition)
        self.data = again

    def first_fields(self) -> list[forms.BoundField]:
        names = ("lead", "session", "from_motion", *TEXT, "photos", "scan")
        return [self[name] for name in names if name in self.fields]

    def more_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in CIRCUMSTANCES]

    def more_is_open(self) -> bool:
        return any(field.errors for field in self.more_fields())


class PaperForm(SuggestionForm):
    """The office enters what a deputy has handed in on signed paper."""

    class Meta(SuggestionForm.Meta):
        fields = (*SuggestionForm.Meta.fields, "session", "from_motion")
        help_texts = {
            "title": SuggestionForm.Meta.help_texts["title"],
            "from_motion": _("The presidium has decided to treat this motion as a suggestion."),
        }

    def __init__(
        self,
        *args: Any,
        deputies: QuerySet[Deputy],
        sessions: QuerySet[CongressSession],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["session"].queryset = sessions.select_related("term")
        self.fields["session"].empty_label = pgettext_lazy("session", "between sessions")
        self.fields["session"].needed = True  # type: ignore[attr-defined]
        self.fields["session"].label = _("When it was raised")
        if self.instance.pk is None:
            self.fields["lead"] = MandateField(
                deputies,
                label=pgettext_lazy("signatory", "lead deputy"),
                empty_label=pgettext_lazy("choice", "please choose"),
            )

    def add_files(self) -> None:
        self.fields["scan"] = FilesField(
            label=_("Photo or scan of the signed paper"),
            help_text=_("All pages; several pictures may be chosen at once."),
        )


class SubmitForm(forms.Form):
    edition = forms.IntegerField(widget=forms.HiddenInput, required=False)


class CosignersForm(forms.Form):
    """Chosen ones stay on the list whatever is searched for."""

    deputies = forms.ModelMultipleChoiceField(
        Deputy.objects.none(),
        label=_("Whom to ask"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    search = forms.CharField(
        label=_("Find by name"),
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, deputies: QuerySet[Deputy], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["deputies"].queryset = deputies
        self.fields["deputies"].label_from_instance = named
        self.fields["deputies"].needed = True  # type: ignore[attr-defined]

    def narrow(self, chosen: set[str]) -> None:
        """Shows only the chosen ones and those of the name searched for."""
        words = self.data.get("search", "").strip()
        field = self.fields["deputies"]
        if words:
            field.choices = [
                (value, label)
                for value, label in field.choices
                if words in str(label) or str(value) in chosen
            ]


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label=_("Why you withdraw it"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("All who signed read this sentence and are asked to agree."),
    )


class ConsentForm(forms.Form):
    consent = forms.ChoiceField(
        label=_("consent to publication"),
        choices=Consent.choices,
        widget=forms.RadioSelect,
    )


class PhotoForm(forms.Form):
    photos = FilesField(
        label=_("Add photos or papers"),
        help_text=_("Pictures, Word, Excel or PDF, 20 MB each."),
    )
