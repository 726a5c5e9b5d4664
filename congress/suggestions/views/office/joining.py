"""Handling together, and apart again."""

from functools import cached_property
from typing import Any

from django.utils.translation import gettext_lazy as _

from congress.suggestions import actions
from congress.suggestions.forms.office import MergeForm, WhyForm
from congress.suggestions.queries.merging import Candidate, candidates, may_be_merged
from congress.suggestions.states import entry as states
from congress.suggestions.views.office.base import OfficeActView


class MergeView(OfficeActView):
    template_name = "congress/suggestions/merge.html"
    transition = states.MERGE
    form_class = MergeForm
    perform = actions.merge_suggestion
    done = _("Handled together. Its number stays, and everybody who signed has been told.")

    def is_now(self) -> bool:
        return super().is_now() and may_be_merged(self.suggestion)

    @cached_property
    def candidates(self) -> list[Candidate]:
        return candidates(self.suggestion)

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"candidates": self.candidates}

    def more(self) -> dict[str, Any]:
        return {"candidates": self.candidates}


class SeparateView(OfficeActView):
    transition = states.SEPARATE
    form_class = WhyForm
    perform = actions.separate_suggestion
    done = _("By itself again, with its own time limits.")

    def is_now(self) -> bool:
        into = self.suggestion.merged_into
        return super().is_now() and into is not None and into.replied_at is None
