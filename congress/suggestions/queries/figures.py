"""The figures' names, and the finding that heads the board."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from congress.suggestions.models.choices import Level
from congress.suggestions.queries.numbers import Numbers
from congress.suggestions.states import SUGGESTION

SAID = {level.value: level.label for level in Level} | {
    "missing": gettext_lazy("not returned after the reminder"),
    "open": gettext_lazy("not returned yet"),
}
WHOSE = {
    "lead.1": gettext_lazy("by suggestions, first round"),
    "lead.2": gettext_lazy("by suggestions, second round"),
    "each.1": gettext_lazy("by all who signed, first round"),
    "each.2": gettext_lazy("by all who signed, second round"),
}
NAMES = {
    "all": gettext_lazy("suggestions in all"),
    "clock.late": gettext_lazy("past a time limit"),
    "clock.soon": gettext_lazy("due within ten days"),
    "clock.later": gettext_lazy("with time left"),
    "reply.on_time": gettext_lazy("replies in time"),
    "reply.late": gettext_lazy("replies too late"),
    "promise.late": gettext_lazy("promises past their day"),
    "promise.soon": gettext_lazy("promises due within 30 days"),
    "promise.later": gettext_lazy("promises for later"),
    "promise.reported": gettext_lazy("promises to be checked"),
    "promise.kept": gettext_lazy("promises that were kept"),
}
OF_UNIT = {
    "all": pgettext_lazy("figure", "handed over"),
    "answered": pgettext_lazy("figure", "replied"),
    "late": pgettext_lazy("figure", "late"),
    "dissatisfied": gettext_lazy("lead deputy not satisfied"),
}


def name_of(code: str, found: Numbers) -> str | Promise | None:
    """None for a code that is no figure."""
    if code in NAMES:
        return NAMES[code]
    kind, _dot, rest = code.partition(".")
    if kind == "state":
        return next((s.label for s in SUGGESTION.states if s.code == rest), None)
    if kind == "class":
        return found.classes.get(rest)
    whose, _dot, last = code.rpartition(".")
    if whose in WHOSE and last in SAID:
        return f"{WHOSE[whose]}：{SAID[last]}"
    units = {f"unit.{key}": name for key, name in found.units.items()}
    if whose in units and last in OF_UNIT:
        return f"{units[whose]}：{OF_UNIT[last]}"
    return None


def finding(found: Numbers) -> str:
    """What the figures say, the most urgent first; always true of them."""
    number, late = found.number("all"), found.number("clock.late")
    if not number:
        return _("No suggestions have been submitted here")
    if late:
        words = ngettext(
            "%(late)s of %(number)s suggestions is past a time limit",
            "%(late)s of %(number)s suggestions are past a time limit",
            late,
        )
        return words % {"late": late, "number": number}
    if tardy := found.number("reply.late"):
        words = _("Nothing is past a time limit now; %(late)s of %(number)s replies came too late")
        return words % {"late": tardy, "number": tardy + found.number("reply.on_time")}
    rounds = ("lead.1", "lead.2")
    rated = sum(found.rated(whose) for whose in rounds)
    bad = sum(found.number(f"{whose}.dissatisfied") for whose in rounds)
    if bad:
        words = ngettext(
            "All in time; %(bad)s of %(rated)s ratings of lead deputies is not satisfied",
            "All in time; %(bad)s of %(rated)s ratings of lead deputies are not satisfied",
            bad,
        )
        return words % {"bad": bad, "rated": rated}
    if rated:
        return _("All %(number)s suggestions are in time, and no lead deputy is dissatisfied") % {
            "number": number
        }
    return _("All %(number)s suggestions are in time") % {"number": number}
