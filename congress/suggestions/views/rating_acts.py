"""Slips, the second round, the joint study, the reminder, closing and opening again."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django import forms
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from congress.audit.actors import Actor
from congress.organisations.acts import RecordActView, RecordPressView
from congress.suggestions import actions, rules
from congress.suggestions.forms.closing import NoRoundForm, OpenRoundForm, ReopenForm, StudyForm
from congress.suggestions.forms.rating import SlipForm
from congress.suggestions.models import Rating, Signatory
from congress.suggestions.queries.rating_page import may_be_rated, may_be_reopened, slip_choices
from congress.suggestions.states import handling as states
from congress.suggestions.views.base import SuggestionMixin


class RatingActView(SuggestionMixin, RecordActView):
    """Of the congress's own office or presidium."""

    roles = rules.STAFF
    template_name = "congress/suggestions/rating_act.html"

    def may(self, actor: Actor) -> bool:
        return rules.is_presidium(actor, self.suggestion)

    def acting(self, may: Callable[[Actor], bool]) -> Actor:
        """Posts in one congress give the same right: the first one acts."""
        return next(filter(may, self.actors), self.actors[0])

    def is_now(self) -> bool:
        return may_be_rated(self.suggestion)


class SlipView(RatingActView):
    heading = _("Enter a rating slip")
    undo = _("A newer slip replaces it while the suggestion is not closed.")
    form_class = SlipForm
    done = _("The slip is entered under both names. The deputy is told.")

    def may(self, actor: Actor) -> bool:
        return rules.may_enter_slip(actor, self.suggestion, self.today)

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        initial = {"round_no": self.suggestion.round_no} | (kwargs.get("initial") or {})
        return kwargs | {"initial": initial, "signatories": slip_choices(self.suggestion)}

    def act(self, form: forms.Form, actor: Actor) -> Any:
        fields = dict(form.cleaned_data)
        rows = Signatory.objects.select_related("deputy__user")
        row = get_object_or_404(rows, pk=fields.pop("signatory"), suggestion=self.suggestion)
        row.suggestion = self.suggestion
        return actions.enter_slip(row, **fields, by=actor, at=timezone.now())


class DecideView(RatingActView):
    """On a co-signer's dissatisfaction."""

    @cached_property
    def rating(self) -> Rating:
        rows = Rating.objects.select_related("signatory__deputy__user")
        rating = get_object_or_404(rows, pk=self.kwargs["rating"], suggestion=self.suggestion)
        rating.suggestion = self.suggestion
        return rating

    def is_now(self) -> bool:
        return super().is_now() and rules.is_open_case(self.rating)

    def act(self, form: forms.Form, actor: Actor) -> Any:
        return type(self).perform(self.rating, by=actor, at=timezone.now(), **form.cleaned_data)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(rating=self.rating, **kwargs)


class OpenRoundView(DecideView):
    transition = states.OPEN_SECOND_ROUND
    form_class = OpenRoundForm
    perform = actions.open_second_round
    done = _("The second round is open; the units and the deputies are told.")


class NoRoundView(DecideView):
    heading = _("Note why there is no second round")
    undo = _("Cannot be taken back; the deputy is told.")
    form_class = NoRoundForm
    perform = actions.note_no_second_round
    done = _("Noted. The deputy is told.")


class StudyView(RatingActView):
    heading = _("Note the joint study")
    undo = _("Cannot be taken back; then the suggestion can be closed.")
    form_class = StudyForm
    perform = actions.record_joint_study
    done = _("The joint study is noted. The suggestion can be closed.")

    def is_now(self) -> bool:
        return super().is_now() and self.suggestion.round_no == 2


class StaffPressView(RatingActView, RecordPressView):
    def may(self, actor: Actor) -> bool:
        return rules.is_staff(actor, self.suggestion)


class RemindView(StaffPressView):
    """Those who have not rated, once a round."""

    heading = _("Remind those who have not rated")
    perform = actions.remind_to_rate
    done = _("Reminded, each with a link of their own.")


class CloseView(StaffPressView):
    transition = states.CLOSE
    perform = actions.close_suggestion
    done = _("The suggestion is closed.")


class ReopenView(RatingActView):
    transition = states.REOPEN
    form_class = ReopenForm
    perform = actions.reopen_suggestion
    done = _("The suggestion is open again.")

    def is_now(self) -> bool:
        return may_be_reopened(self.suggestion)
