"""The people and the acts of a random walk through suggestions of one township."""

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from congress.audit.actors import Actor
from congress.organisations.models import Organisation
from congress.organisations.rules import NotAllowed
from congress.suggestions import actions
from congress.suggestions.models import (
    Assignment,
    Clock,
    Commitment,
    ExtensionRequest,
    Rating,
    Reply,
    ReturnRequest,
    Suggestion,
)
from tests.factories.suggestions import (
    SORT,
    deputy_actor,
    lead_of,
    new_deputy,
    office_of,
    officer_of,
    presidium_of,
    unit_of,
)

SCAN = b"\x89PNG\r\n\x1a\n" + b"0" * 100
LEVELS = ("satisfied", "basically_satisfied", "dissatisfied")
ASPECTS = ("consultation", "attitude", "reply", "result")


def scan() -> SimpleUploadedFile:
    return SimpleUploadedFile("扫描件.png", SCAN)


class People:
    """Does one named act on one suggestion, as the person whose act it is; the dice choose what
    may be chosen. Raises what the act raises, `NotAllowed` where there is nothing to act on."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.units_of: dict[int, list[Organisation]] = {}
        self.acts: dict[str, Callable[[Suggestion, datetime], Any]] = {
            name.removeprefix("do_"): getattr(self, name)
            for name in dir(self)
            if name.startswith("do_")
        }

    def units(self, congress: Organisation) -> list[Organisation]:
        """The three of a congress, which stay the same throughout."""
        if congress.pk not in self.units_of:
            self.units_of[congress.pk] = [unit_of(congress, number) for number in range(3)]
        return self.units_of[congress.pk]

    def one(self, rows: Any) -> Any:
        found = list(rows)
        if not found:
            raise NotAllowed
        return self.dice.choice(found)

    def part(self, s: Suggestion) -> Assignment:
        rows = s.assignments.running().exclude(role="upward")
        return self.one(rows.select_related("unit", "suggestion__congress__parent"))

    def reply(self, s: Suggestion, state: str) -> Reply:
        rows = Reply.objects.filter(suggestion=s, state=state, round_no=s.round_no)
        return self.one(rows.select_related("assignment__unit", "assignment__suggestion"))

    # ---- entry ----

    def do_edit(self, s: Suggestion, at: datetime) -> None:
        actions.edit_suggestion(
            s, edition=s.edition, title=f"建议{self.dice.random()}", by=lead_of(s), at=at
        )

    def do_ask_cosigners(self, s: Suggestion, at: datetime) -> None:
        asked = [new_deputy(s) for _ in range(2)]
        actions.ask_cosigners(s, deputies=asked, by=lead_of(s), at=at)

    def do_confirm(self, s: Suggestion, at: datetime) -> None:
        rows = s.signatories.filter(part="cosigner").select_related("deputy__user", "suggestion")
        row = self.one(rows.select_related("deputy__congress"))
        row.suggestion = s
        act = self.dice.choice((actions.confirm_signature, actions.decline_signature))
        act(row, by=deputy_actor(row.deputy), at=at)

    def do_take_to_desk(self, s: Suggestion, at: datetime) -> None:
        actions.take_to_desk(s, by=lead_of(s), at=at)

    def do_submit(self, s: Suggestion, at: datetime) -> None:
        actions.submit_suggestion(s, by=lead_of(s), at=at)

    def do_send_back(self, s: Suggestion, at: datetime) -> None:
        actions.send_back_suggestion(s, reason="请补充地点。", by=presidium_of(s), at=at)

    def do_register(self, s: Suggestion, at: datetime) -> None:
        actions.register_suggestion(s, **SORT, by=presidium_of(s), at=at)

    def do_refuse(self, s: Suggestion, at: datetime) -> None:
        actions.refuse_suggestion(
            s, refusal="bidding", note="属招标结果。", by=presidium_of(s), at=at
        )

    def do_undo_refusal(self, s: Suggestion, at: datetime) -> None:
        actions.undo_refusal(s, reason="补充了材料。", by=presidium_of(s), at=at)

    def do_merge(self, s: Suggestion, at: datetime) -> None:
        others = Suggestion.objects.filter(congress=s.congress, merged_into=None).exclude(pk=s.pk)
        into = self.one(others.filter(state__in=["registered", "assigned", "in_handling"]))
        actions.merge_suggestion(s, into=into, by=presidium_of(s), at=at)

    def do_separate(self, s: Suggestion, at: datetime) -> None:
        actions.separate_suggestion(s, reason="内容不同。", by=presidium_of(s), at=at)

    def do_withdraw(self, s: Suggestion, at: datetime) -> None:
        actions.withdraw_on_paper(s, reason="已经解决。", scan=scan(), by=office_of(s), at=at)

    def do_told(self, s: Suggestion, at: datetime) -> None:
        actions.note_deputy_told(s, by=office_of(s), at=at)

    # ---- handling ----

    def do_hand_over(self, s: Suggestion, at: datetime) -> None:
        units = self.units(s.congress)
        roles = self.dice.choice(
            (("lead",), ("lead", "co_handler", "co_handler"), ("separate", "separate"))
        )
        pairs = dict(zip(units, roles, strict=False))
        actions.hand_over(s, units=pairs, by=presidium_of(s), at=at)

    def do_take_back_hand_over(self, s: Suggestion, at: datetime) -> None:
        actions.take_back_hand_over(s, reason="交错了。", by=presidium_of(s), at=at)

    def do_acknowledge(self, s: Suggestion, at: datetime) -> None:
        part = self.part(s)
        actions.acknowledge(part, by=officer_of(part), at=at)

    def do_request_return(self, s: Suggestion, at: datetime) -> None:
        part = self.part(s)
        actions.request_return(part, reason="不属本单位职责。", by=officer_of(part), at=at)

    def request(self, s: Suggestion) -> ReturnRequest:
        rows = ReturnRequest.objects.filter(assignment__suggestion=s, decision="")
        return self.one(rows.select_related("assignment__suggestion__congress__parent"))

    def do_grant_return(self, s: Suggestion, at: datetime) -> None:
        actions.grant_return(self.request(s), by=presidium_of(s), at=at)

    def do_refuse_return(self, s: Suggestion, at: datetime) -> None:
        actions.refuse_return(self.request(s), remark="属你单位。", by=presidium_of(s), at=at)

    def do_contact(self, s: Suggestion, at: datetime) -> None:
        part = self.part(s)
        day = timezone.localdate(at)
        actions.record_contact(
            part, day=day, way="phone", person="代表", gist="通话", by=officer_of(part), at=at
        )

    def do_opinion(self, s: Suggestion, at: datetime) -> None:
        part = self.part(s)
        actions.give_opinion(part, opinion="同意主办单位意见。", by=officer_of(part), at=at)

    def do_extend(self, s: Suggestion, at: datetime) -> None:
        waiting = ExtensionRequest.objects.filter(clock__suggestion=s, decision="").first()
        if waiting:
            decide = self.dice.choice((actions.grant_extension, actions.refuse_extension))
            decide(waiting, remark="按规定。", by=presidium_of(s), at=at)
            return
        clocks = Clock.objects.running().filter(suggestion=s, event__in=["reply", "rehandling"])
        clock = self.one(
            clocks.select_related("assignment__unit").exclude(assignment__role="upward")
        )
        by = officer_of(clock.assignment)
        actions.request_extension(clock, reason="涉及面广。", by=by, at=at)

    def do_sign(self, s: Suggestion, at: datetime) -> None:
        """A contact, a text, the signature."""
        part = self.part(s)
        by, day = officer_of(part), timezone.localdate(at)
        standing = Reply.objects.filter(assignment=part, round_no=s.round_no).first()
        letter = self.dice.choice("ABC")
        text = {
            "body": "您的建议收悉。",
            "result_class": letter,
            "class_reason": "资金未落实。" if letter == "C" else "",
            "promise": "年内完成。" if letter == "B" else "",
            "promised_on": day + timedelta(days=60) if letter == "B" else None,
        }
        actions.record_contact(part, day=day, way="visit", person="代表", gist="现场", by=by, at=at)
        edition = standing.edition if standing else 0
        reply = actions.write_reply(part, edition=edition, **text, by=by, at=at)
        actions.sign_reply(reply, signed_by="陈国强", by=by, at=at)

    def do_recall(self, s: Suggestion, at: datetime) -> None:
        reply = self.reply(s, "in_review")
        actions.recall_reply(reply, by=officer_of(reply.assignment), at=at)

    def do_give_back(self, s: Suggestion, at: datetime) -> None:
        reply = self.reply(s, "in_review")
        actions.give_back_reply(reply, remark="类别不对。", by=presidium_of(s), at=at)

    def do_release(self, s: Suggestion, at: datetime) -> None:
        actions.release_reply(self.reply(s, "in_review"), by=presidium_of(s), at=at)

    # ---- the county ----

    def do_report_upward(self, s: Suggestion, at: datetime) -> None:
        actions.report_upward(s, reason="超出权限。", by=presidium_of(s), at=at)

    def do_take_over(self, s: Suggestion, at: datetime) -> None:
        actions.take_over_reply(s, by=presidium_of(s), at=at)

    # ---- afterwards ----

    def do_rate(self, s: Suggestion, at: datetime) -> None:
        rows = s.signatories.standing().select_related("deputy__user", "deputy__congress")
        row = self.one(rows)
        row.suggestion = s
        aspects = {name: self.dice.choice(LEVELS) for name in ASPECTS}
        actions.rate(row, **aspects, by=deputy_actor(row.deputy), at=at)

    def do_decide_rating(self, s: Suggestion, at: datetime) -> None:
        open_cases = [
            rating
            for rating in Rating.objects.filter(suggestion=s, decision="", round_no=s.round_no)
            if rating.is_dissatisfied
        ]
        rating = self.one(open_cases)
        rating.suggestion = s
        act = self.dice.choice((actions.open_second_round, actions.note_no_second_round))
        act(rating, note="已说明。", by=presidium_of(s), at=at)

    def do_study(self, s: Suggestion, at: datetime) -> None:
        actions.record_joint_study(
            s,
            day=timezone.localdate(at),
            people_present="主席团、代表、承办单位",
            outcome="明年列入计划。",
            by=presidium_of(s),
            at=at,
        )

    def do_remind(self, s: Suggestion, at: datetime) -> None:
        actions.remind_to_rate(s, by=office_of(s), at=at)

    def do_close(self, s: Suggestion, at: datetime) -> None:
        actions.close_suggestion(s, by=office_of(s), at=at)

    def do_reopen(self, s: Suggestion, at: datetime) -> None:
        actions.reopen_suggestion(s, reason="补充评价。", by=presidium_of(s), at=at)

    def do_promise(self, s: Suggestion, at: datetime) -> None:
        """Whatever may be said of a commitment."""
        rows = Commitment.objects.filter(suggestion=s).select_related(
            "reply__assignment__unit", "suggestion__congress"
        )
        promise = self.one(rows)
        unit, office = officer_of(promise.reply.assignment), office_of(s)
        acts: dict[str, tuple[Callable[..., Any], Actor, dict[str, Any]]] = {
            "open": (actions.report_kept, unit, {"text": "已完成。"}),
            "kept": (actions.reopen_commitment, presidium_of(s), {"reason": "又坏了。"}),
        }
        judged = self.dice.choice((actions.confirm_kept, actions.find_not_kept))
        perform, by, words = acts.get(promise.state, (judged, office, {"text": "看过现场。"}))
        perform(promise, **words, by=by, at=at)
