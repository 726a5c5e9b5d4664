"""Rule sets, events and due dates in words, for the pages and the command alike."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, npgettext, pgettext, pgettext_lazy

from congress.web.templatetags.web import weekday
from congress.workdays.clocks import MONTHS, WORKING_DAYS
from congress.workdays.days import WEEKEND
from congress.workdays.deadlines import BeyondCalendar, Deadline
from congress.workdays.rulebook import (
    NoAnswer,
    NoExtension,
    NoRule,
    Row,
    UnknownEvent,
    UnknownRules,
)

RULES_WORDS = {
    "national": pgettext_lazy("rule set", "national law"),
    "henan": pgettext_lazy("rule set", "Henan"),
    "zhejiang": pgettext_lazy("rule set", "Zhejiang"),
    "shanghai": pgettext_lazy("rule set", "Shanghai"),
    "shandong": pgettext_lazy("rule set", "Shandong"),
    "shandong-township": pgettext_lazy("rule set", "Shandong townships"),
    "qingdao": pgettext_lazy("rule set", "Qingdao"),
    "beijing": pgettext_lazy("rule set", "Beijing"),
    "chongqing": pgettext_lazy("rule set", "Chongqing"),
    "chongqing-township": pgettext_lazy("rule set", "Chongqing townships"),
}
EVENT_WORDS = {
    "notify": gettext_lazy("telling the deputy of the acceptance"),
    "hand_over": gettext_lazy("hand-over between sessions"),
    "return": gettext_lazy("the unit's request to return it"),
    "reassign": gettext_lazy("hand-over anew after a return"),
    "first_contact": gettext_lazy("first contact with the deputy"),
    "co_opinion": gettext_lazy("the co-handler's opinion to the lead"),
    "reply": gettext_lazy("reply to the deputy"),
    "feedback": gettext_lazy("the deputy's feedback"),
    "rehandling": gettext_lazy("reply of the second round"),
}
START_WORDS = {
    "accepted": gettext_lazy("day of the acceptance"),
    "received": gettext_lazy("day on which the suggestion arrived"),
    "handed_over": gettext_lazy("day of the hand-over"),
    "unit_received": gettext_lazy("day on which the unit received it"),
    "returned": gettext_lazy("day on which it was returned"),
    "session_closed": gettext_lazy("day on which the session closed"),
    "reply_received": gettext_lazy("day on which the reply arrived"),
    "rehandling_asked": gettext_lazy("day on which the second round was asked for"),
    "": gettext_lazy("day that the text names"),
}
REFUSALS = {
    UnknownRules: gettext_lazy("There is no such rule set."),
    UnknownEvent: gettext_lazy("There is no such clock."),
    NoRule: gettext_lazy(
        "No rule: neither this rule set nor the national law gives a time limit for this."
    ),
    NoExtension: gettext_lazy("This rule set knows no extension of this time limit."),
    BeyondCalendar: gettext_lazy("The due date would lie beyond the calendar."),
}


@dataclass(frozen=True)
class Fact:
    label: str
    text: str


def long_day(day: date) -> str:
    """2026年4月30日（星期四）."""
    return f"{day.year}年{day.month}月{day.day}日（{weekday(day)}）"


def span(length: int, unit: str) -> str:
    """3个月, 7日, 20个工作日."""
    if unit == MONTHS:
        words = npgettext("length", "%(count)s month", "%(count)s months", length)
    elif unit == WORKING_DAYS:
        words = npgettext("length", "%(count)s working day", "%(count)s working days", length)
    else:
        words = npgettext("length", "%(count)s day", "%(count)s days", length)
    return words % {"count": length}


def article(row: Row) -> str:
    return row.article or _("article to be looked up")


def refusal_of(error: NoAnswer) -> str:
    return str(REFUSALS[type(error)])


def reason(why: str) -> str:
    return pgettext("day of rest", "weekend") if why == WEEKEND else why


def explained(found: Deadline) -> list[Fact]:
    """How the date was found, step by step."""
    row = found.row
    length = span(found.length, row.unit)
    if found.extended:
        length = _("%(length)s with the extension, instead of %(usual)s") % {
            "length": length,
            "usual": span(row.length, row.unit),
        }
    first = _("%(day)s, the %(what)s; the day after it is the first") % {
        "day": long_day(found.start),
        "what": START_WORDS[row.starts],
    }
    facts = [
        Fact(pgettext("clock", "what for"), str(EVENT_WORDS[row.event])),
        Fact(pgettext("clock", "basis"), f"《{row.source}》{article(row)}"),
        Fact(pgettext("clock", "counted from"), first),
        Fact(pgettext("clock", "time limit"), length),
        Fact(pgettext("clock", "due"), long_day(found.due)),
    ]
    if found.extended and row.condition:
        facts.insert(4, Fact(pgettext("clock", "extension"), row.condition))
    return facts


def notes(found: Deadline) -> list[str]:
    """What makes a date less certain or less convenient than it looks."""
    said = []
    if found.count.rest:
        said.append(
            _("The date is a day of rest (%(why)s) and stays. Please finish earlier.")
            % {"why": reason(found.count.rest)}
        )
    if found.count.estimated:
        said.append(_("Not all days off are decreed yet: this date is an estimate."))
    return said
