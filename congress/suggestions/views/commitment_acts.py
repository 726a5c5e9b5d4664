"""The acts on a promise: one page each."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from congress.audit.actors import Actor
from congress.organisations.acts import RecordActView
from congress.suggestions import actions, rules
from congress.suggestions.forms import following as forms
from congress.suggestions.states import commitments as states
from congress.suggestions.views.commitments import CommitmentMixin


class CommitmentActView(CommitmentMixin, RecordActView):
    template_name = "congress/suggestions/commitment_act.html"

    def may(self, actor: Actor) -> bool:
        return rules.may_move_commitment(actor, self.commitment, self.transition)

    def acting(self, may: Callable[[Actor], bool]) -> Actor:
        """Posts in one place give the same right: the first one acts."""
        return next(filter(may, self.actors), self.actors[0])


class ProgressView(CommitmentActView):
    transition = states.REPORT_KEPT
    heading = _("Report progress on the promise")
    undo = _("Cannot be taken back; report again what has changed.")
    form_class = forms.ProgressForm
    perform = actions.report_progress
    done = _("The progress is reported.")


class LaterView(CommitmentActView):
    transition = states.REPORT_KEPT
    heading = _("Promise it for a later day")
    undo = _("Cannot be taken back; the deputies and the presidium are told.")
    form_class = forms.LaterForm
    perform = actions.promise_later
    done = _("The new day is noted; the deputies and the presidium are told.")


class ReportKeptView(CommitmentActView):
    transition = states.REPORT_KEPT
    form_class = forms.KeptForm
    perform = actions.report_kept
    done = _("Reported as kept; the office looks and decides.")


class ConfirmKeptView(CommitmentActView):
    transition = states.CONFIRM_KEPT
    form_class = forms.ConfirmForm
    perform = actions.confirm_kept
    done = _("The promise is found to be kept; the deputies are told.")


class NotKeptView(CommitmentActView):
    transition = states.NOT_KEPT
    form_class = forms.NotKeptForm
    perform = actions.find_not_kept
    done = _("The promise is followed again; the unit is told.")


class ReopenCommitmentView(CommitmentActView):
    transition = states.REOPEN_COMMITMENT
    form_class = forms.ReopenCommitmentForm
    perform = actions.reopen_commitment
    done = _("The promise is followed again.")
