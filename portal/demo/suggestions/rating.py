"""What deputies say of the replies, and what becomes of the promises."""

from datetime import timedelta
from typing import Any

from congress.suggestions import actions
from congress.suggestions.models import Commitment, Signatory
from portal.demo.running import Steps
from portal.demo.suggestions.case import Case
from portal.demo.suggestions.ground import deputy_actor

ASPECTS = ("consultation", "attitude", "reply", "result")
BASICALLY = 0.16


def levels(level: str) -> dict[str, Any]:
    """Dissatisfaction is with the result; manners and talks are better than what came of them."""
    if level == "dissatisfied":
        return dict.fromkeys(ASPECTS, "basically_satisfied") | {"result": level}
    if level == "basically_satisfied":
        return dict.fromkeys(ASPECTS, "satisfied") | {"reply": level, "result": level}
    return dict.fromkeys(ASPECTS, level)


def give(case: Case, row: Signatory, level: str, *, slip: bool = False) -> None:
    comment = ""
    if level != "satisfied" or case.happens(0.3):
        comment = case.say(f"comments_{level}")
    if slip:
        scan = case.scan(f"{row.deputy.user.name}满意度测评表")
        actions.enter_slip(row, **levels(level), comment=comment, scan=scan, **case.office)
        return
    way = "link" if case.happens(0.4) else "account"
    by = deputy_actor(row.deputy)
    actions.rate(row, **levels(level), comment=comment, way=way, by=by, at=case.at)


def rate_all(case: Case, lead: str = "") -> Steps:
    """Each signatory; the last rating closes the record."""
    for number, row in enumerate(case.signed()):
        yield case.wait(1, 2, 3)
        level = "basically_satisfied" if case.happens(BASICALLY) else "satisfied"
        if number == 0:
            level = lead or case.row.get("level", level)
        give(case, row, level, slip=bool(case.row.get("paper")))


def follow(case: Case) -> Steps:
    """The promise: `fate` of the plan, else kept some days before the day."""
    case.suggestion.refresh_from_db()
    made = Commitment.objects.filter(suggestion=case.suggestion.pk).first()
    if made is None:
        return
    fate = case.row.get("fate", "kept")
    wait = max((made.promised_on - case.day).days * 2 // 3, 2)
    unit = {"by": case.congress.officer(made.reply.assignment.unit)}
    if fate == "open":
        return
    if fate in ("progress", "later"):
        yield case.wait(5)
        actions.report_progress(made, text=case.say("progress"), **unit, at=case.at)
    if fate == "later":
        yield case.wait(5)
        later = max(made.promised_on, case.day) + timedelta(days=150)
        text = case.say("later")
        actions.promise_later(made, text=text, promised_on=later, **unit, at=case.at)
    if fate in ("kept", "reported"):
        yield case.wait(max(wait * 5 // 7, 1))
        actions.report_kept(made, text=case.say("kept"), **unit, at=case.at)
    if fate == "kept":
        yield case.wait(3)
        actions.confirm_kept(made, text=case.say("confirmed"), **case.office)
