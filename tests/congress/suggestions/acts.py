"""Every act on a suggestion: whose it is, in which states, and where it leads."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.core.files.uploadedfile import SimpleUploadedFile

from congress.audit.actors import Actor
from congress.organisations.models import Deputy
from congress.suggestions import actions
from congress.suggestions.models import Clock, Suggestion
from congress.suggestions.states import SUGGESTION
from tests.factories.suggestions import BAD, GOOD, lead_row, part_of, unit_of, write
from tests.routes.world import World

STATES = tuple(state.code for state in SUGGESTION.states)
PUBLIC = [code for code in STATES if code not in ("not_accepted", "withdrawn")]
LEAD, SECRETARY, CHAIR, UNIT = "lead", "secretary", "chair", "unit_officer"
SCAN = b"\x89PNG\r\n\x1a\n" + b"0" * 100


@dataclass(frozen=True)
class Act:
    """`roles` may do it at home in the states of `when`, which lead to those named; `bring` makes
    it possible there. Of what is `silent` the trail need not tell."""

    roles: tuple[str, ...]
    when: dict[str, str]
    do: Callable[[Any, Actor, World], Any]
    bring: Callable[[Any, World], Any] | None = None
    silent: bool = False


def part(suggestion: Suggestion):
    found = part_of(suggestion)
    if found is None:
        raise ObjectDoesNotExist
    return found


def reply(suggestion: Suggestion):
    return suggestion.replies.select_related("assignment__suggestion__congress__parent").latest(
        "pk"
    )


def returning(suggestion: Suggestion):
    return (
        part(suggestion).returns.select_related("assignment__suggestion__congress").get(decision="")
    )


def scan() -> SimpleUploadedFile:
    return SimpleUploadedFile("扫描件.png", SCAN)


def same(*states: str) -> dict[str, str]:
    return {state: state for state in states}


def rate(suggestion: Suggestion, by: Actor, world: World, **aspects: str) -> Any:
    row = lead_row(suggestion)
    row.suggestion = suggestion
    return actions.rate(row, **aspects, by=by, at=world.at)


def sign(suggestion: Suggestion, by: Actor, world: World) -> Any:
    with_text = suggestion.replies.filter(round_no=suggestion.round_no).first() or write(
        part(suggestion), world.at
    )
    return actions.sign_reply(with_text, signed_by="陈国强", by=by, at=world.at)


def merge(suggestion: Suggestion, by: Actor, world: World) -> Any:
    into = Suggestion.objects.select_related("congress").filter(title="并入的建议").get()
    return actions.merge_suggestion(suggestion, into=into, by=by, at=world.at)


def write_text(suggestion: Suggestion, by: Actor, world: World) -> Any:
    edition = suggestion.replies.filter(round_no=suggestion.round_no).values_list("edition")
    standing = edition.first()
    return actions.write_reply(
        part(suggestion), edition=standing[0] if standing else 0, body="答复", by=by, at=world.at
    )


def contact(suggestion: Suggestion, by: Actor, world: World) -> Any:
    return actions.record_contact(
        part(suggestion),
        day=world.today,
        way="phone",
        person="代表",
        gist="通话",
        by=by,
        at=world.at,
    )


def slip(suggestion: Suggestion, by: Actor, world: World) -> Any:
    row = lead_row(suggestion)
    row.suggestion = suggestion
    return actions.enter_slip(row, **GOOD, scan=scan(), by=by, at=world.at)


def extend(suggestion: Suggestion, by: Actor, world: World) -> Any:
    clocks = Clock.objects.running().select_related("assignment__suggestion__congress__parent")
    clock = clocks.get(suggestion=suggestion, event__in=["reply", "rehandling"])
    return actions.request_extension(clock, reason="涉及面广。", by=by, at=world.at)


def simple(action: Callable[..., Any], **given: Any) -> Callable[[Suggestion, Actor, World], Any]:
    return lambda suggestion, by, world: action(suggestion, **given, by=by, at=world.at)


def of_part(action: Callable[..., Any], **given: Any) -> Callable[[Suggestion, Actor, World], Any]:
    return lambda suggestion, by, world: action(part(suggestion), **given, by=by, at=world.at)


def of_reply(action: Callable[..., Any], **given: Any) -> Callable[[Suggestion, Actor, World], Any]:
    return lambda suggestion, by, world: action(reply(suggestion), **given, by=by, at=world.at)


def of_return(
    action: Callable[..., Any], **given: Any
) -> Callable[[Suggestion, Actor, World], Any]:
    return lambda suggestion, by, world: action(returning(suggestion), **given, by=by, at=world.at)


SORT = {"category": "roads", "jurisdiction": "township"}
REGISTERED = tuple(
    code
    for code in STATES
    if code not in ("draft", "awaiting_cosigners", "submitted", "not_accepted", "withdrawn")
)
UNDER_WAY = (
    "submitted",
    "registered",
    "assigned",
    "return_requested",
    "in_handling",
    "reply_review",
)
AT_WORK = ("assigned", "return_requested", "in_handling", "reply_review", "rehandling")
ACTS = {
    "edit": Act((LEAD,), same("draft"), simple(actions.edit_suggestion, edition=0, title="新题目")),
    "attach": Act(
        (LEAD,), same("draft"), lambda s, by, w: actions.attach_to_draft(s, scan(), by=by, at=w.at)
    ),
    "discard": Act((LEAD,), {"draft": ""}, simple(actions.discard_suggestion)),
    "ask_cosigners": Act(
        (LEAD,),
        {"draft": "awaiting_cosigners"},
        lambda s, by, w: actions.ask_cosigners(
            s, deputies=Deputy.objects.filter(note="附议"), by=by, at=w.at
        ),
    ),
    "take_to_desk": Act((LEAD,), {"awaiting_cosigners": "draft"}, simple(actions.take_to_desk)),
    "submit": Act(
        (LEAD,),
        dict.fromkeys(("draft", "awaiting_cosigners"), "submitted"),
        simple(actions.submit_suggestion),
    ),
    "propose": Act((SECRETARY,), same("submitted"), simple(actions.propose, **SORT)),
    "register": Act(
        (CHAIR,), {"submitted": "registered"}, simple(actions.register_suggestion, **SORT)
    ),
    "send_back": Act(
        (CHAIR,), {"submitted": "draft"}, simple(actions.send_back_suggestion, reason="请补充。")
    ),
    "refuse": Act(
        (CHAIR,),
        {"submitted": "not_accepted"},
        simple(actions.refuse_suggestion, refusal="bidding", note="属招标结果。"),
    ),
    "undo_refusal": Act(
        (CHAIR,), {"not_accepted": "submitted"}, simple(actions.undo_refusal, reason="补充了材料。")
    ),
    "told": Act((SECRETARY, CHAIR), same(*REGISTERED), simple(actions.note_deputy_told)),
    "merge": Act((CHAIR,), {"registered": "merged"}, merge),
    "separate": Act(
        (CHAIR,), {"merged": "registered"}, simple(actions.separate_suggestion, reason="内容不同。")
    ),
    "withdraw": Act(
        (LEAD,),
        dict.fromkeys(UNDER_WAY, "withdrawn"),
        simple(actions.ask_to_withdraw, reason="已解决。"),
    ),
    "withdraw_on_paper": Act(
        (SECRETARY,),
        dict.fromkeys(UNDER_WAY, "withdrawn"),
        lambda s, by, w: actions.withdraw_on_paper(
            s, reason="已解决。", scan=scan(), by=by, at=w.at
        ),
    ),
    "hand_over": Act(
        (CHAIR,),
        {"registered": "assigned"},
        lambda s, by, w: actions.hand_over(s, units={w.unit: "lead"}, by=by, at=w.at),
    ),
    "add_unit": Act(
        (CHAIR,),
        same("assigned", "in_handling"),
        lambda s, by, w: actions.add_unit(
            s, unit=unit_of(w.township, 1), role="co_handler", by=by, at=w.at
        ),
    ),
    "take_back_hand_over": Act(
        (CHAIR,), {"assigned": "registered"}, simple(actions.take_back_hand_over, reason="交错了。")
    ),
    "acknowledge": Act(
        (UNIT,),
        same(*AT_WORK) | {"assigned": "in_handling"},
        of_part(actions.acknowledge),
        silent=True,
    ),
    "request_return": Act(
        (UNIT,),
        dict.fromkeys(("assigned", "in_handling"), "return_requested"),
        of_part(actions.request_return, reason="不属职责。"),
    ),
    "grant_return": Act(
        (CHAIR,), {"return_requested": "registered"}, of_return(actions.grant_return)
    ),
    "refuse_return": Act(
        (CHAIR,),
        {"return_requested": "in_handling"},
        of_return(actions.refuse_return, remark="属你单位职责。"),
    ),
    "contact": Act((UNIT,), same(*AT_WORK, "replied", "closed"), contact),
    "extend": Act((UNIT,), same("assigned", "return_requested", "in_handling"), extend),
    "report_upward": Act(
        (CHAIR,),
        dict.fromkeys(("registered", "assigned", "in_handling"), "in_handling"),
        simple(actions.report_upward, reason="超出权限。"),
    ),
    "write": Act((UNIT,), same("assigned", "in_handling", "rehandling"), write_text, silent=True),
    "sign": Act(
        (UNIT,), dict.fromkeys(("assigned", "in_handling", "rehandling"), "reply_review"), sign
    ),
    "recall": Act((UNIT,), {"reply_review": "in_handling"}, of_reply(actions.recall_reply)),
    "give_back": Act(
        (CHAIR,),
        {"reply_review": "in_handling"},
        of_reply(actions.give_back_reply, remark="类别不对。"),
    ),
    "release": Act((CHAIR,), {"reply_review": "replied"}, of_reply(actions.release_reply)),
    "rate": Act((LEAD,), {"replied": "closed"}, partial(rate, **GOOD)),
    "rate_badly": Act((LEAD,), {"replied": "rehandling"}, partial(rate, **BAD)),
    "slip": Act((SECRETARY,), {"replied": "closed"}, slip),
    "remind": Act((SECRETARY, CHAIR), same("replied"), simple(actions.remind_to_rate)),
    "reopen": Act(
        (CHAIR,), {"closed": "replied"}, simple(actions.reopen_suggestion, reason="补充评价。")
    ),
    "consent": Act(
        (LEAD,), same(*PUBLIC), simple(actions.set_consent, consent="title_only"), silent=True
    ),
    "publish": Act(
        (CHAIR,),
        same(*(code for code in REGISTERED if code != "merged")),
        simple(actions.publish_suggestion, checked=True),
    ),
}
