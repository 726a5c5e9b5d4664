"""Courses that do not go straight: withdrawn, merged, returned, more time, reported upward."""

from datetime import timedelta

from congress.organisations.models import Organisation
from congress.suggestions import actions
from congress.suggestions.models import Clock, ExtensionRequest, ReturnRequest, Suggestion
from congress.suggestions.models.choices import HandlingRole
from portal.demo.running import Steps
from portal.demo.suggestions import entry, handling, rating
from portal.demo.suggestions.case import Case
from portal.demo.suggestions.ground import deputy_actor

MORE_TIME = timedelta(days=20)


def withdrawn(case: Case) -> Steps:
    """All who signed agree; with `wish` in the plan a co-signer has not answered yet."""
    yield from entry.register(case)
    yield case.wait(1)
    reason = case.say("withdrawals")
    case.suggestion = actions.ask_to_withdraw(case.suggestion, reason=reason, **case.deputy)
    if case.row.get("wish"):
        return
    for row in case.signed()[1:]:
        yield case.wait(0)
        actions.agree_to_withdraw(row, by=deputy_actor(row.deputy), at=case.at)


def withdrawn_on_paper(case: Case) -> Steps:
    yield from entry.hand_over(case)
    yield from handling.receive(case)
    yield case.wait(2)
    reason, scan = case.say("withdrawals"), case.scan("撤回申请")
    actions.withdraw_on_paper(case.suggestion, reason=reason, scan=scan, **case.office)


def merged(case: Case) -> Steps:
    """Another deputy's suggestion about the same is registered later and handled with it."""
    yield from entry.register(case)
    other = case.like(case.row["other"])
    other.at = case.wait(0)
    yield from entry.register(other)
    case.at = other.wait(0)
    yield case.at
    actions.merge_suggestion(other.suggestion, into=case.suggestion, **case.presidium)
    yield from entry.assign(case)
    if case.row.get("to") == "in_handling":
        yield from handling.consult(case)
        return
    yield from handling.answer(case)
    yield from rating.rate_all(case)


def return_asked(case: Case) -> Steps:
    yield from entry.hand_over(case)
    yield case.wait(2)
    part = case.part()
    actions.request_return(part, reason=case.say("returns"), **case.officer(part))


def return_refused(case: Case) -> Steps:
    yield from return_asked(case)
    yield case.wait(1)
    request = ReturnRequest.objects.get(assignment__suggestion=case.suggestion.pk)
    actions.refuse_return(request, remark=case.say("returns_refused"), **case.presidium)
    yield case.wait(2)
    handling.contact(case, case.part())


def reassigned(case: Case) -> Steps:
    """Returned by the first unit; then lead and co-handlers of `next` take it."""
    yield from return_asked(case)
    yield case.wait(2)
    request = ReturnRequest.objects.get(assignment__suggestion=case.suggestion.pk)
    actions.grant_return(request, **case.presidium)
    yield case.wait(2)
    lead, *others = case.row["next"]
    units: dict[Organisation, str] = {case.congress.units[lead]: HandlingRole.LEAD}
    units |= {case.congress.units[name]: HandlingRole.CO_HANDLER for name in others}
    actions.hand_over(case.suggestion, units=units, **case.presidium)
    yield from handling.receive(case)
    lead_part, first, *_others = case.parts()
    yield case.wait(3)
    handling.contact(case, lead_part)
    yield case.wait(2)
    actions.give_opinion(first, opinion=case.say("opinions"), **case.officer(first))
    yield case.wait(2)
    reason = case.say("redone")
    actions.redo_opinion(first, reason=reason, **case.officer(lead_part))


def more_time(case: Case) -> Steps:
    """Asked for `back` working days ago; `decision` of the plan is none, granted or refused."""
    yield from entry.hand_over(case)
    yield from handling.consult(case)
    yield case.wait_until(case.row["back"]) if "back" in case.row else case.wait(15)
    part = case.part()
    clock = Clock.objects.running().get(assignment=part, event="reply")
    actions.request_extension(clock, reason=case.say("more_time"), **case.officer(part))
    decision = case.row.get("decision")
    if decision is None:
        return
    yield case.wait(1)
    request = ExtensionRequest.objects.get(clock=clock)
    if decision == "refused":
        remark = case.say("more_time_refused")
        actions.refuse_extension(request, remark=remark, **case.presidium)
        return
    actions.grant_extension(request, **case.presidium)
    if case.row.get("to") == "closed":
        yield case.wait(60)
        yield from handling.reply_by(case, part)
        yield from rating.rate_all(case)
        yield from rating.follow(case)


def reported_upward(case: Case) -> Steps:
    """To the county; `to` says how far the county is."""
    yield from entry.register(case)
    yield case.wait(2)
    reason = case.say("upward")
    actions.report_upward(case.suggestion, reason=reason, **case.presidium)
    reached = case.row.get("to")
    if reached is None:
        return
    above = case.above(Suggestion.objects.get(raised_from=case.suggestion.pk))
    yield from _above(case, above)
    if reached == "in_handling":
        return
    yield case.wait(20)
    above.at = case.at
    part = above.part()
    handling.sign(above, part, handling.write(above, part))
    above.at = case.wait(2)
    yield case.at
    actions.release_reply(part.replies.get(), **above.presidium)
    yield case.wait(1)
    actions.take_over_reply(case.suggestion, **case.presidium)
    if reached == "closed":
        yield from rating.rate_all(case)


def _above(case: Case, above: Case) -> Steps:
    """The county registers and hands over; its department talks to the deputy."""
    above.at = case.wait(3)
    yield case.at
    sort = case.sort | {"jurisdiction": "county"}
    above.suggestion = actions.register_suggestion(above.suggestion, **sort, **above.presidium)
    above.at = case.wait(1)
    yield case.at
    units: dict[Organisation, str] = {above.unit: HandlingRole.LEAD}
    actions.hand_over(above.suggestion, units=units, **above.presidium)
    part = above.part()
    above.at = case.wait(2)
    yield case.at
    actions.acknowledge(part, **above.officer(part))
    above.at = case.wait(4)
    yield case.at
    handling.contact(above, part)


COURSES = {
    "withdrawn": withdrawn,
    "withdrawn_on_paper": withdrawn_on_paper,
    "merged": merged,
    "return_asked": return_asked,
    "return_refused": return_refused,
    "reassigned": reassigned,
    "more_time": more_time,
    "reported_upward": reported_upward,
}
