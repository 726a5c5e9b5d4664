"""What is said of a commitment."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.organisations.forms.fields import DayField
from congress.suggestions.forms.closing import words
from congress.web.moments import require_possible_year


class ProgressForm(forms.Form):
    text = words(_("How far it is"), 1000)


class LaterForm(forms.Form):
    promised_on = DayField(label=_("The new day"), validators=[require_possible_year])
    text = words(
        _("Why it takes longer"),
        1000,
        help_text=_("The deputies and the presidium read it; the first day stays on record."),
    )


class KeptForm(forms.Form):
    text = words(pgettext_lazy("commitment", "what was done"), 1000)


class ConfirmForm(forms.Form):
    text = words(_("What was looked at and found"), 1000, help_text=_("The deputies read it."))


class NotKeptForm(forms.Form):
    text = words(_("What is still missing"), 1000, help_text=_("The unit reads it."))


class ReopenCommitmentForm(forms.Form):
    reason = words(pgettext_lazy("form", "Reason"), 1000)
