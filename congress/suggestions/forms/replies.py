"""The form on which a unit writes its reply."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from congress.files.uploads import ACCEPT
from congress.organisations.forms.fields import DayInput
from congress.suggestions.models import Reply
from congress.suggestions.schemes import ResultClass, Scheme
from congress.web.moments import require_possible_year

TEXT_FIELDS = (
    "body",
    "result_class",
    "promise",
    "promised_on",
    "class_reason",
    "reported_to",
    "reported_on",
    "document_no",
    "handler",
    "handler_phone",
)


class ReplyForm(forms.ModelForm):
    """An unfinished reply may be saved; the signature asks for what is missing. `scheme` gives the
    classes and what each of them demands."""

    version = forms.IntegerField(widget=forms.HiddenInput, initial=0, min_value=0)

    class Meta:
        model = Reply
        fields = TEXT_FIELDS
        widgets = {
            "body": forms.Textarea(attrs={"rows": 14}),
            "promised_on": DayInput,
            "reported_on": DayInput,
            "class_reason": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = {
            "body": gettext_lazy(
                "Answer each point of the advice: what has been done, what will be done, and why."
            ),
            "promise": gettext_lazy("One sentence; it is followed until it is kept."),
        }

    def __init__(self, *args: Any, scheme: Scheme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["result_class"] = forms.ChoiceField(
            label=pgettext_lazy("reply", "Result class"),
            choices=[(each.code, demanded(each)) for each in scheme.classes],
            widget=forms.RadioSelect,
            required=False,
        )
        self.fields["result_class"].needed = True  # type: ignore[attr-defined]
        self.fields["body"].needed = True  # type: ignore[attr-defined]
        if not any(each.needs_addressee for each in scheme.classes):
            del self.fields["reported_to"], self.fields["reported_on"]
        for name in ("promised_on", "reported_on"):
            if name in self.fields:
                self.fields[name].validators.append(require_possible_year)

    def _post_clean(self) -> None:
        """The action validates."""

    def text(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.fields if name != "version"}

    def show_version(self, version: int) -> None:
        """The next sending of this page counts as following that version."""
        sent: Any = self.data
        again = sent.copy()
        again["version"] = str(version)
        self.data = again


def demanded(chosen: ResultClass) -> str:
    """A类：已解决（…）: the class with what it demands of the reply."""
    demands = {
        pgettext("class demands", "the day by which it is promised"): chosen.needs_date,
        pgettext("class demands", "the reason"): chosen.needs_reason,
        pgettext("class demands", "to whom it was reported"): chosen.needs_addressee,
    }
    wanted = "、".join(words for words, needed in demands.items() if needed)
    if not wanted:
        return str(chosen)
    return _("%(class)s (needs %(demands)s)") % {"class": chosen, "demands": wanted}


class EnclosureForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Add a file to the reply"),
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPT}),
        help_text=gettext_lazy("Word, Excel, PDF or picture, at most 20 MB."),
    )
