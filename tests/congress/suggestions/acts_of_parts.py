"""Every act on what hangs on a suggestion: signatures, files, units' parts, replies, ratings."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.core.exceptions import ObjectDoesNotExist

from congress.audit.actors import Actor
from congress.suggestions import actions
from congress.suggestions.models import ExtensionRequest, Suggestion
from tests.congress.suggestions import whole_records as records
from tests.congress.suggestions.acts import (
    CHAIR,
    LEAD,
    REGISTERED,
    SECRETARY,
    UNDER_WAY,
    UNIT,
    Act,
    reply,
    same,
    scan,
    simple,
)
from tests.routes.world import World

COSIGNER, CO_UNIT, SUPERVISOR = "cosigner", "co_unit_officer", "county_supervisor"
OPINION = ("assigned", "return_requested", "in_handling", "rehandling")
EXTENSION = ("assigned", "return_requested", "in_handling")
DRAFT_REPLY = ("assigned", "in_handling", "rehandling")


def of(
    found: Callable[[Suggestion], Any], action: Callable[..., Any], *args: Any, **given: Any
) -> Callable[[Suggestion, Actor, World], Any]:
    """The action on what `found` finds of the suggestion."""
    return lambda suggestion, by, world: action(
        found(suggestion), *args, **given, by=by, at=world.at
    )


def co_part(suggestion: Suggestion):
    return records.part_as(suggestion, "co_handler")


def asked(suggestion: Suggestion) -> ExtensionRequest:
    return ExtensionRequest.objects.filter(clock__suggestion=suggestion).latest("pk")


def rating(suggestion: Suggestion):
    return suggestion.ratings.select_related("suggestion").get(signatory__part="cosigner")


def photo(suggestion: Suggestion):
    return suggestion.files.select_related("suggestion").get(reply=None)


def enclosure(suggestion: Suggestion):
    return suggestion.files.exclude(reply=None).latest("pk")


def above(suggestion: Suggestion) -> Suggestion:
    rows = Suggestion.objects.select_related("congress", "term", "session", "raised_from")
    return rows.get(raised_from=suggestion)


def autosave(suggestion: Suggestion, by: Actor, world: World) -> None:
    """Off the desk it keeps nothing and says nothing."""
    edition = suggestion.edition
    if actions.autosave_suggestion(suggestion, edition=edition, by=by, title="新题目") is None:
        raise ObjectDoesNotExist


def unpublish(suggestion: Suggestion, by: Actor, world: World) -> None:
    """Of what is not public there is nothing to take off, and nothing is said."""
    was_public = suggestion.published_at
    actions.unpublish_suggestion(suggestion, reason="含个人信息。", by=by, at=world.at)
    if was_public is None:
        raise ObjectDoesNotExist


def close(suggestion: Suggestion, by: Actor, world: World) -> None:
    """After the time for the rating."""
    actions.close_suggestion(suggestion, by=by, at=world.at + timedelta(days=60))


def study(suggestion: Suggestion, by: Actor, world: World) -> None:
    said = {"people_present": "主席、代表、单位", "outcome": "明年春天修。"}
    actions.record_joint_study(suggestion, day=world.today, **said, by=by, at=world.at)


def attach(suggestion: Suggestion, by: Actor, world: World) -> None:
    actions.attach_to_reply(reply(suggestion), scan(), by=by, at=world.at)


def on_paper(suggestion: Suggestion, by: Actor, world: World) -> None:
    deputies = [row.deputy for row in suggestion.signatories.filter(part="cosigner")]
    actions.sign_on_paper(suggestion, deputies=deputies, by=by, at=world.at)


ACTS_OF_PARTS = {
    "autosave": Act((LEAD,), same("draft"), autosave, silent=True),
    "remove_photo": Act((LEAD,), same("draft"), of(photo, actions.remove_from_draft)),
    "confirm": Act(
        (COSIGNER,),
        same("awaiting_cosigners"),
        of(records.cosigner, actions.confirm_signature),
    ),
    "decline": Act(
        (COSIGNER,),
        same("awaiting_cosigners"),
        of(records.cosigner, actions.decline_signature),
        silent=True,
    ),
    "sign_on_paper": Act((SECRETARY,), same("draft"), on_paper, bring=records.from_paper),
    "agree_to_withdraw": Act(
        (COSIGNER,),
        dict.fromkeys(UNDER_WAY, "withdrawn"),
        of(records.cosigner, actions.agree_to_withdraw),
        bring=records.wish,
    ),
    "keep_after_all": Act(
        (LEAD,), same(*UNDER_WAY), simple(actions.keep_after_all), bring=records.wish
    ),
    "unpublish": Act((CHAIR,), same(*REGISTERED, "withdrawn"), unpublish),
    "give_opinion": Act(
        (CO_UNIT,), same(*OPINION), of(co_part, actions.give_opinion, opinion="分两年修。")
    ),
    "redo_opinion": Act(
        (UNIT,), same(*OPINION), of(co_part, actions.redo_opinion, reason="请写明经费。")
    ),
    "grant_extension": Act((CHAIR,), same(*EXTENSION), of(asked, actions.grant_extension)),
    "refuse_extension": Act(
        (CHAIR,), same(*EXTENSION), of(asked, actions.refuse_extension, remark="时间足够。")
    ),
    "attach": Act((UNIT,), same(*DRAFT_REPLY), attach),
    "remove_enclosure": Act((UNIT,), same(*DRAFT_REPLY), of(enclosure, actions.remove_from_reply)),
    "open_second_round": Act(
        (CHAIR,), {"replied": "rehandling"}, of(rating, actions.open_second_round)
    ),
    "no_second_round": Act(
        (CHAIR,), same("replied"), of(rating, actions.note_no_second_round, note="列入计划。")
    ),
    "joint_study": Act((CHAIR,), same("replied"), study, bring=records.twice_dissatisfied),
    "close": Act((SECRETARY, CHAIR), {"replied": "closed"}, close, bring=records.remind),
    "take_over": Act(
        (CHAIR,),
        {"in_handling": "replied"},
        simple(actions.take_over_reply),
        bring=records.answer_above,
    ),
    "give_back_from_above": Act(
        (SUPERVISOR,),
        {"in_handling": "registered"},
        of(above, actions.refuse_suggestion, refusal="bidding", note="属镇级事权。"),
        bring=records.report_upward,
    ),
}
