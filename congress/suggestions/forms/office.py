"""The forms of the acts of office and presidium."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.files.uploads import ACCEPT
from congress.organisations.models import Organisation
from congress.suggestions.models import Suggestion
from congress.suggestions.models.choices import Category, HandlingRole, Jurisdiction, Refusal
from congress.suggestions.queries.merging import Candidate

LEAD, CO_HANDLER, SEPARATE = HandlingRole.LEAD, HandlingRole.CO_HANDLER, HandlingRole.SEPARATE


def words(label: Any, *, rows: int = 3, length: int = 1000, **more: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=length, widget=widget, **more)


class SortForm(forms.Form):
    """Category, and who can settle it."""

    category = forms.ChoiceField(label=pgettext_lazy("form", "Category"), choices=Category.choices)
    jurisdiction = forms.ChoiceField(
        label=_("Who can settle it"), choices=Jurisdiction.choices, widget=forms.RadioSelect
    )


class WhyForm(forms.Form):
    reason = words(pgettext_lazy("form", "Reason"))


class BackForm(forms.Form):
    reason = words(_("What should be changed"), help_text=_("Everybody who signed reads it."))


class RefuseForm(forms.Form):
    refusal = forms.ChoiceField(
        label=_("Why it is not accepted"), choices=Refusal.choices, widget=forms.RadioSelect
    )
    article = forms.CharField(
        label=_("By which article"),
        max_length=100,
        required=False,
        help_text=_("It stands on the letter, such as 《代表建议办理办法》第八条."),
    )
    note = words(_("In words to the deputy"), help_text=_("Everybody who signed reads it."))


class RemarkForm(forms.Form):
    remark = words(pgettext_lazy("form", "Remark"), required=False)


class NeededRemarkForm(forms.Form):
    remark = words(pgettext_lazy("form", "Reason"))


class MergeForm(forms.Form):
    into = forms.ChoiceField(label=_("With which it is handled together"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, candidates: Iterable[Candidate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = {str(row.suggestion.pk): row.suggestion for row in candidates}
        self.fields["into"].choices = [(key, _named(row)) for key, row in self.rows.items()]

    def clean_into(self) -> Suggestion:
        return self.rows[self.cleaned_data["into"]]


def _named(row: Suggestion) -> str:
    return f"{row.reference} {row.title}"


class HandOverForm(forms.Form):
    """One lead with or without co-handlers, or only separate ones: the action says so."""

    lead = forms.ModelChoiceField(
        label=pgettext_lazy("handling", "lead unit"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=pgettext_lazy("choice", "none"),
    )
    co_handlers = forms.ModelMultipleChoiceField(
        label=pgettext_lazy("handling", "co-handling units"),
        queryset=Organisation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("They give their opinion to the lead unit, which answers the deputy."),
    )
    separate = forms.ModelMultipleChoiceField(
        label=_("units that handle it separately"),
        queryset=Organisation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Instead of a lead unit: each of them answers the deputy for its own part."),
    )

    def __init__(self, *args: Any, units: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.queryset = units

    def clean(self) -> dict[str, Any]:
        """As the action takes it: each unit with its part."""
        data = super().clean() or self.cleaned_data
        chosen = [(unit, CO_HANDLER) for unit in data.get("co_handlers") or ()]
        chosen += [(unit, SEPARATE) for unit in data.get("separate") or ()]
        if data.get("lead"):
            chosen.insert(0, (data["lead"], LEAD))
        units = dict(chosen)
        if len(units) < len(chosen):
            raise forms.ValidationError(_("A unit has one part only."))
        return {"units": units}


class AddUnitForm(forms.Form):
    unit = forms.ModelChoiceField(
        label=pgettext_lazy("form", "Unit"),
        queryset=Organisation.objects.none(),
        empty_label=pgettext_lazy("choice", "please choose"),
    )
    role = forms.ChoiceField(
        label=pgettext_lazy("form", "Its part"),
        choices=[(role.value, role.label) for role in (CO_HANDLER, SEPARATE)],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, units: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units


class PublishForm(forms.Form):
    """The box is the presidium's own check, so it is never ticked beforehand."""

    checked = forms.BooleanField(
        label=_("I have checked that it holds no secrets and no personal data."), required=False
    )


class WithdrawalForm(forms.Form):
    reason = words(_("Reason, as the letter says"), length=500)
    scan = forms.FileField(
        label=_("Scan or photo of the letter, signed by all who signed the suggestion"),
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPT}),
        help_text=_("Word, Excel, PDF or picture, at most 20 MB."),
    )
