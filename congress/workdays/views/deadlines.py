"""How a due date is found, the rule sets with their sources, and the county's choice of one."""

from datetime import datetime
from typing import Any

from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.generic import FormView, TemplateView

from congress.audit.actors import Actor
from congress.workdays import actions, rules
from congress.workdays.deadlines import deadline
from congress.workdays.forms import QuestionForm, RulesForm
from congress.workdays.queries import calendar_of, rules_of
from congress.workdays.rulebook import RULES, NoAnswer, Row, rows_of
from congress.workdays.views.base import CountyMixin, KeepView
from congress.workdays.wording import (
    EVENT_WORDS,
    RULES_WORDS,
    START_WORDS,
    article,
    explained,
    notes,
    reason,
    refusal_of,
    span,
)


class DueView(CountyMixin, FormView):
    """Without a start nothing is asked yet."""

    roles = rules.ASKERS
    form_class = QuestionForm
    template_name = "congress/workdays/due.html"
    http_method_names = ["get"]

    def get_initial(self) -> dict[str, Any]:
        return {"event": "reply", "start": self.today, "rules": rules_of(self.county)}

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        return kwargs | {"data": self.request.GET} if "start" in self.request.GET else kwargs

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        form = context["form"]
        if form.is_bound and form.is_valid():
            context |= self.answer(form)
        return context

    def answer(self, form: QuestionForm) -> dict[str, Any]:
        asked = form.cleaned_data
        try:
            found = deadline(calendar=calendar_of(self.county), **asked)
        except NoAnswer as error:
            return {"refusal": refusal_of(error)}
        return {
            "found": found,
            "facts": explained(found),
            "notes": notes(found),
            "skipped": [(skipped.day, reason(skipped.reason)) for skipped in found.count.skipped],
        }


class RulesView(CountyMixin, TemplateView):
    """Read from the files as shipped; nothing here can be edited."""

    roles = rules.ASKERS
    template_name = "congress/workdays/rules.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        chosen = rules_of(self.county)
        asked = self.request.GET.get("set", "")
        shown = asked if asked in RULES else chosen
        return super().get_context_data(
            county=self.county,
            chosen=RULES_WORDS[chosen],
            rows=[_shown(row) for row in rows_of(shown)],
            pills=[
                {"label": RULES_WORDS[code], "url": f"?set={code}", "current": code == shown}
                for code in RULES
            ],
            may_choose=any(rules.may_keep_workdays(a, self.county.pk) for a in self.actors),
            **kwargs,
        )


def _shown(row: Row) -> dict[str, Any]:
    return {
        "row": row,
        "event": EVENT_WORDS[row.event],
        "starts": START_WORDS[row.starts],
        "length": span(row.length, row.unit),
        "extended": span(row.extended, row.unit) if row.extended else "",
        "article": article(row),
    }


class ChooseRulesView(KeepView):
    form_class = RulesForm
    done = gettext_lazy("The rule set is chosen. Clocks that run already stay as they are.")
    success_url = reverse_lazy("workdays:rules")
    heading = pgettext_lazy("heading", "Rule set of the county")

    def get_initial(self) -> dict[str, Any]:
        return {"rules": rules_of(self.county)}

    def keep(self, data: dict[str, Any], by: Actor, at: datetime) -> None:
        actions.choose_rules(self.county, **data, by=by, at=at)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lede = _("Clocks copy length and article when they start.")
        return super().get_context_data(heading=self.heading, lede=lede, **kwargs)
