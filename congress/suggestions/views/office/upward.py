"""Beyond the township's powers: to the county, and its reply back."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.suggestions import actions
from congress.suggestions.forms.office import WhyForm
from congress.suggestions.queries.upward import given_above, may_be_reported
from congress.suggestions.states import handling as states
from congress.suggestions.views.office.base import OfficeActView, PresidiumActView


class ReportView(OfficeActView):
    transition = states.REPORT_UPWARD
    form_class = WhyForm
    perform = actions.report_upward
    done = _("Reported to the county. The record here waits for its reply.")

    def is_now(self) -> bool:
        return may_be_reported(self.suggestion)


class TakeOverView(PresidiumActView):
    """The county's reply stands before the press."""

    template_name = "congress/suggestions/take_over.html"
    heading = pgettext_lazy("act", "take over the county's reply")
    undo = _("Cannot be taken back; the deputy may ask for a second round.")
    perform = actions.take_over_reply
    done = _("The county's reply has gone out to everybody who signed.")

    def is_now(self) -> bool:
        return self.suggestion.state in states.REVIEW.sources and bool(self.given)

    @property
    def given(self) -> list[Any]:
        return given_above(self.suggestion)

    def more(self) -> dict[str, Any]:
        return {"given": self.given}
