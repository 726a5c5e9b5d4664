"""What the presidium writes after the ratings."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.organisations.forms.fields import DayField
from congress.web.moments import require_possible_year


def words(label, limit: int, *, required: bool = True, help_text="") -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 4})
    return forms.CharField(
        label=label, max_length=limit, widget=area, required=required, help_text=help_text
    )


class OpenRoundForm(forms.Form):
    note = words(
        _("What the units shall do better"),
        1000,
        required=False,
        help_text=_("Left empty, the units read what the deputy wrote."),
    )


class NoRoundForm(forms.Form):
    note = words(
        _("Why it is not handled again"), 1000, help_text=_("The deputy reads this sentence.")
    )


class StudyForm(forms.Form):
    day = DayField(label=pgettext_lazy("joint study", "day"), validators=[require_possible_year])
    people_present = forms.CharField(
        label=pgettext_lazy("joint study", "who took part"),
        max_length=200,
        help_text=_("Of the presidium, the deputies and the units."),
    )
    outcome = words(pgettext_lazy("joint study", "what was agreed"), 2000)


class ReopenForm(forms.Form):
    reason = words(
        pgettext_lazy("form", "Reason"), 500, help_text=_("Everybody who signed reads it.")
    )
