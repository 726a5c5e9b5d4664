"""What is asked about a day, a year, a rule set and a due date."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.workdays.models import KINDS, CalendarDay, ClockSettings, DecreedYear
from congress.workdays.rulebook import EVENTS
from congress.workdays.wording import EVENT_WORDS, RULES_WORDS


class DateInput(forms.DateInput):
    """The browser's own calendar."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class DayForm(forms.ModelForm):
    class Meta:
        model = CalendarDay
        fields = ("kind", "name")
        widgets = {"kind": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = KINDS  # without an empty one


class DecreeForm(forms.ModelForm):
    class Meta:
        model = DecreedYear
        fields = ("source",)


class RulesForm(forms.ModelForm):
    class Meta:
        model = ClockSettings
        fields = ("rules",)
        widgets = {"rules": forms.RadioSelect}


class QuestionForm(forms.Form):
    """How is this date found? Asked by GET, so that the answer has an address."""

    event = forms.ChoiceField(
        label=_("What is to be done"), choices=[(event, EVENT_WORDS[event]) for event in EVENTS]
    )
    start = forms.DateField(
        label=_("Day from which it counts"),
        widget=DateInput,
        help_text=_("For example the day of the hand-over; the day after it is the first."),
    )
    rules = forms.ChoiceField(
        label=pgettext_lazy("clock", "rule set"), choices=list(RULES_WORDS.items())
    )
    extended = forms.BooleanField(label=_("The extension was granted"), required=False)
