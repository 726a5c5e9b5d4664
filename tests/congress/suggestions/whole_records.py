"""A suggestion with all that can hang on it: files, a co-signer, two units, an opinion, a wish for
more time, a reply, a co-signer's dissatisfaction."""

from datetime import datetime, timedelta

from congress.suggestions import actions
from congress.suggestions.models import Assignment, Clock, Signatory, Suggestion
from tests.congress.suggestions.acts import scan
from tests.factories.organisations import TermFactory
from tests.factories.suggestions import (
    BAD,
    GOOD,
    SORT,
    STEPS,
    SuggestionFactory,
    deputy_actor,
    lead_of,
    new_deputy,
    office_of,
    officer_of,
    part_of,
    presidium_of,
    rate,
    register,
    release,
    unit_of,
    write,
)
from tests.routes.world import World

EARLY = ("submitted", "not_accepted")
# Handed over before, and returned.
RETURNED = ("registered", "merged")


def fresh(suggestion: Suggestion) -> Suggestion:
    rows = Suggestion.objects.select_related("congress__parent", "term", "session")
    return rows.get(pk=suggestion.pk)


def cosigner(suggestion: Suggestion) -> Signatory:
    rows = suggestion.signatories.select_related("deputy__user", "deputy__congress")
    row = rows.get(part="cosigner")
    row.suggestion = suggestion
    return row


def part_as(suggestion: Suggestion, role: str) -> Assignment:
    rows = suggestion.assignments.select_related("unit", "suggestion__congress__parent")
    return rows.get(role=role)


def plain(state: str, world: World) -> Suggestion:
    """As the factory makes it, beside one into which it could be merged and a deputy to ask."""
    at = world.at - timedelta(hours=1)
    TermFactory(congress=world.county)
    made = {} if state == "draft" else {state: True}
    found = SuggestionFactory(congress=world.township, at=at, **made)
    SuggestionFactory(congress=world.township, at=at, registered=True, title="并入的建议")
    asked = new_deputy(found)
    asked.note = "附议"
    asked.save()
    return found


def whole(state: str, world: World) -> Suggestion:
    at = world.at - timedelta(hours=1)
    TermFactory(congress=world.county)
    suggestion = SuggestionFactory(congress=world.township, at=at)
    lead = lead_of(suggestion)
    actions.attach_to_draft(suggestion, scan(), by=lead, at=at)
    actions.ask_cosigners(suggestion, deputies=[new_deputy(suggestion)], by=lead, at=at)
    if state == "draft":
        actions.take_to_desk(suggestion, by=lead, at=at)
    elif state != "awaiting_cosigners":
        row = cosigner(suggestion)
        actions.confirm_signature(row, by=deputy_actor(row.deputy), at=at)
        if state in EARLY:
            STEPS[state](suggestion, at)
        else:
            _hand_over(suggestion, at)
            _bring_on(state, suggestion, at)
    found = fresh(suggestion)
    assert found.state == state
    return found


def _hand_over(suggestion: Suggestion, at: datetime) -> None:
    """It is public, the co-handler has given its opinion, the lead has begun its reply and wants
    more time."""
    register(suggestion, at)
    chair = presidium_of(suggestion)
    actions.publish_suggestion(suggestion, checked=True, by=chair, at=at)
    units = {unit_of(suggestion.congress): "lead", unit_of(suggestion.congress, 1): "co_handler"}
    actions.hand_over(suggestion, units=units, by=chair, at=at)
    co, lead = (part_as(suggestion, role) for role in ("co_handler", "lead"))
    actions.give_opinion(co, opinion="先修学校门口。", by=officer_of(co), at=at)
    clock = Clock.objects.get(assignment=lead, event="reply")
    actions.request_extension(clock, reason="涉及面广。", by=officer_of(lead), at=at)
    begin_reply(suggestion, at)


def begin_reply(suggestion: Suggestion, at: datetime) -> None:
    lead = part_as(suggestion, "lead")
    actions.attach_to_reply(write(lead, at), scan(), by=officer_of(lead), at=at)


def _bring_on(state: str, suggestion: Suggestion, at: datetime) -> None:
    lead = part_as(suggestion, "lead")
    if state == "assigned":
        return
    if state in (*RETURNED, "return_requested"):
        _return(state, suggestion, at)
    elif state == "withdrawn":
        row = cosigner(suggestion)
        actions.ask_to_withdraw(suggestion, reason="已解决。", by=lead_of(suggestion), at=at)
        actions.agree_to_withdraw(row, by=deputy_actor(row.deputy), at=at)
    else:
        actions.acknowledge(lead, by=officer_of(lead), at=at)
        if state != "in_handling":
            _answer(state, suggestion, at)


def _return(state: str, suggestion: Suggestion, at: datetime) -> None:
    lead, chair = part_as(suggestion, "lead"), presidium_of(suggestion)
    request = actions.request_return(lead, reason="不属职责。", by=officer_of(lead), at=at)
    if state in RETURNED:
        actions.grant_return(request, by=chair, at=at)
    if state == "merged":
        into = SuggestionFactory(congress=suggestion.congress, registered=True, at=at)
        actions.merge_suggestion(suggestion, into=into, by=chair, at=at)


def _answer(state: str, suggestion: Suggestion, at: datetime) -> None:
    lead, chair, row = part_as(suggestion, "lead"), presidium_of(suggestion), cosigner(suggestion)
    reply = lead.replies.get()
    actions.sign_reply(reply, signed_by="陈国强", by=officer_of(lead), at=at)
    if state == "reply_review":
        return
    actions.release_reply(reply, by=chair, at=at)
    rating = actions.rate(row, **BAD, by=deputy_actor(row.deputy), at=at)
    if state == "rehandling":
        rate(suggestion, at, **BAD)
        begin_reply(suggestion, at)
    if state == "closed":
        actions.note_no_second_round(rating, note="明年列入计划。", by=chair, at=at)
        rate(suggestion, at, **GOOD)


# ---- what makes an act possible ----------------------------------------------------------------


def from_paper(suggestion: Suggestion, world: World) -> None:
    """As if the office had entered it."""
    Suggestion.objects.filter(pk=suggestion.pk).update(entered_by=str(office_of(suggestion)))


def wish(suggestion: Suggestion, world: World) -> None:
    by = lead_of(suggestion)
    actions.ask_to_withdraw(suggestion, reason="已解决。", by=by, at=world.at)


def remind(suggestion: Suggestion, world: World) -> None:
    """Nothing is undecided, and who has not rated was told."""
    rating = suggestion.ratings.get()
    by = presidium_of(suggestion)
    actions.note_no_second_round(rating, note="明年列入计划。", by=by, at=world.at)
    actions.remind_to_rate(suggestion, by=by, at=world.at)


def twice_dissatisfied(suggestion: Suggestion, world: World) -> None:
    rate(suggestion, world.at, **BAD)
    release(fresh(suggestion), world.at)
    rate(fresh(suggestion), world.at, **BAD)


def report_upward(suggestion: Suggestion, world: World) -> None:
    by = presidium_of(suggestion)
    actions.report_upward(suggestion, reason="超出权限。", by=by, at=world.at)


def answer_above(suggestion: Suggestion, world: World) -> None:
    report_upward(suggestion, world)
    rows = Suggestion.objects.select_related("congress__parent", "term")
    above = rows.get(raised_from=suggestion)
    by = presidium_of(above)
    actions.register_suggestion(above, **SORT, by=by, at=world.at)
    actions.hand_over(above, units={unit_of(above.congress): "lead"}, by=by, at=world.at)
    part = part_of(above)
    actions.acknowledge(part, by=officer_of(part), at=world.at)
    release(above, world.at)
