"""The buttons of office and presidium on a record's page, and what units ask of them."""

from collections.abc import Callable, Iterable

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.audit.actors import Actor
from congress.suggestions import rules
from congress.suggestions.models import ExtensionRequest, ReturnRequest, Suggestion
from congress.suggestions.queries.merging import may_be_merged
from congress.suggestions.queries.publishing import may_be_published
from congress.suggestions.queries.record import is_upward
from congress.suggestions.queries.upward import given_above, may_be_reported
from congress.suggestions.queries.waiting import is_untold
from congress.suggestions.states import entry, handling
from congress.suggestions.views.parts import Button, Section

PAGES = {
    entry.REGISTER: "register",
    entry.SEND_BACK: "send_back",
    entry.REFUSE: "refuse",
    entry.UNDO_REFUSAL: "undo_refusal",
    entry.MERGE: "merge",
    entry.SEPARATE: "separate",
    handling.HAND_OVER: "hand_over",
    handling.TAKE_BACK_HAND_OVER: "take_back",
    handling.REPORT_UPWARD: "report_upward",
}
MAIN = (entry.REGISTER, handling.HAND_OVER)
Rule = Callable[[Actor, Suggestion], bool]


def office_buttons(actors: tuple[Actor, ...], suggestion: Suggestion) -> Iterable[Button]:
    presidium = _any(rules.is_presidium, actors, suggestion)
    office = _any(rules.is_office, actors, suggestion)
    if presidium:
        yield from _presidium(suggestion)
    if office and not presidium and suggestion.state == "submitted":
        label = pgettext_lazy("act", "prepare the decision")
        yield _page(suggestion, label, "propose", main=True)
    if (office or presidium) and is_untold(suggestion):
        label = _("the deputy has been told")
        main = office and not presidium
        yield Button(label, _url(suggestion, "told"), post=True, main=main)
    reported = suggestion.raised_from_id is not None
    if office and not reported and suggestion.state in entry.WITHDRAW.sources:
        yield _page(suggestion, _("enter a withdrawal on paper"), "withdraw_on_paper")


def _any(rule: Rule, actors: Iterable[Actor], suggestion: Suggestion) -> bool:
    return any(rule(actor, suggestion) for actor in actors)


def _presidium(suggestion: Suggestion) -> Iterable[Button]:
    for transition, name in PAGES.items():
        if suggestion.state in transition.sources and _is_now(suggestion, transition.act):
            yield _page(suggestion, transition.label, name, main=transition in MAIN)
    parts = list(suggestion.assignments.running())
    if suggestion.state in handling.REQUEST_RETURN.sources and parts and not is_upward(parts):
        yield _page(suggestion, pgettext_lazy("act", "hand it over to one more unit"), "add_unit")
    if suggestion.state in handling.REVIEW.sources and is_upward(parts) and given_above(suggestion):
        label = pgettext_lazy("act", "take over the county's reply")
        yield _page(suggestion, label, "take_over", main=True)
    if may_be_published(suggestion):
        yield _page(suggestion, pgettext_lazy("act", "publish it"), "publish")
    if suggestion.published_at:
        yield _page(suggestion, pgettext_lazy("act", "take it off the public pages"), "unpublish")


def _is_now(suggestion: Suggestion, act: str) -> bool:
    """What beside the state stands against an act."""
    if act in (entry.UNDO_REFUSAL.act, entry.SEND_BACK.act):
        return suggestion.raised_from_id is None
    if act == entry.MERGE.act:
        return may_be_merged(suggestion)
    if act == entry.SEPARATE.act:
        return suggestion.merged_into is not None and suggestion.merged_into.replied_at is None
    if act == handling.TAKE_BACK_HAND_OVER.act:
        return not suggestion.assignments.running().exclude(acknowledged_at=None).exists()
    return may_be_reported(suggestion) if act == handling.REPORT_UPWARD.act else True


def office_sections(actors: tuple[Actor, ...], suggestion: Suggestion) -> Iterable[Section]:
    """What units ask and nobody has decided, for whoever decides it."""
    if not _any(rules.is_presidium, actors, suggestion):
        return
    returns = ReturnRequest.objects.filter(
        assignment__suggestion=suggestion, assignment__ended_at=None, decision=""
    ).select_related("assignment__unit")
    longer = ExtensionRequest.objects.filter(
        clock__suggestion=suggestion, clock__stopped_on=None, decision=""
    ).select_related("clock__assignment__unit")
    context = {"returns": list(returns), "extensions": list(longer)}
    if any(context.values()):
        yield Section("congress/suggestions/_requests.html", context, urgent=True)


def _page(suggestion: Suggestion, label: str | Promise, name: str, *, main: bool = False) -> Button:
    return Button(label, _url(suggestion, name), main=main)


def _url(suggestion: Suggestion, name: str) -> str:
    return reverse(f"suggestions:{name}", args=[suggestion.pk])
