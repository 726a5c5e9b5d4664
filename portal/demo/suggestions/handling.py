"""What units do: receipt, contact, opinion, reply; and the presidium's release."""

from datetime import timedelta
from typing import Any

from congress.suggestions import actions
from congress.suggestions.models import Assignment, Reply
from congress.suggestions.models.choices import HandlingRole
from portal.demo.running import Steps
from portal.demo.suggestions.case import Case

WAYS = ("visit", "phone", "on_site", "meeting")
# The second round settles what was wanting; the promise of the first is followed as it stands.
SETTLED = {"result_class": "A", "promise": "", "promised_on": None, "class_reason": ""}


def receive(case: Case) -> Steps:
    """Every unit acknowledges."""
    for part in case.parts():
        yield case.wait(1)
        actions.acknowledge(part, **case.officer(part))


def contact(case: Case, part: Assignment) -> None:
    actions.record_contact(
        part,
        day=case.day,
        way=case.chance.choice(WAYS),
        person=f"{case.lead.user.name}代表",
        gist=case.say("contacts"),
        **case.officer(part),
    )


def consult(case: Case) -> Steps:
    """Contact of those who reply, the opinion of those who do not."""
    yield from receive(case)
    for part in case.parts():
        yield case.wait(2, 3)
        if part.role == HandlingRole.CO_HANDLER:
            actions.give_opinion(part, opinion=case.say("opinions"), **case.officer(part))
        else:
            contact(case, part)


def write(case: Case, part: Assignment, **changed: Any) -> Reply:
    """The draft, begun or written anew."""
    old = Reply.objects.filter(assignment=part, round_no=case.suggestion.round_no).first()
    fields = class_fields(case) | {
        "body": case.text["reply"],
        "handler": case.congress.officer(part.unit).name,
        "handler_phone": "0000-0000000",
        "document_no": f"{part.unit.name[:2]}函〔{case.day.year}〕{case.chance.randrange(3, 60)}号",
    }
    edition = old.edition if old else 0
    return actions.write_reply(part, edition=edition, **(fields | changed), **case.officer(part))


def class_fields(case: Case) -> dict[str, Any]:
    """What the class of the reply demands."""
    text = case.text
    fields: dict[str, Any] = {"result_class": text["class"]}
    if "promise" in text:
        promised = case.day + timedelta(days=case.row.get("promised") or text["days"])
        fields |= {"promise": text["promise"], "promised_on": promised}
    if "why" in text:
        fields["class_reason"] = text["why"]
    if "to" in text:
        fields |= {"reported_to": text["to"], "reported_on": case.day}
    return fields


def sign(case: Case, part: Assignment, reply: Reply) -> None:
    name = case.congress.officer(part.unit).name
    actions.sign_reply(reply, signed_by=name, **case.officer(part))


def reply_by(case: Case, part: Assignment) -> Steps:
    """Written, signed, checked and released."""
    yield case.wait(1)
    reply = write(case, part)
    sign(case, part, reply)
    yield case.wait(1, 2)
    actions.release_reply(reply, **case.presidium)
    case.suggestion.refresh_from_db()


def answer(case: Case, after: tuple[int, ...] = (18, 25, 32)) -> Steps:
    """Everything until the last reply is out."""
    yield from consult(case)
    yield case.wait(*after)
    for part in case.parts():
        if part.role != HandlingRole.CO_HANDLER:
            yield from reply_by(case, part)


def answer_again(case: Case) -> Steps:
    """The second round, with contact anew."""
    for part in case.parts():
        if part.role == HandlingRole.CO_HANDLER:
            continue
        yield case.wait(4)
        contact(case, part)
        yield case.wait(3)
        reply = write(case, part, body=case.say("second_replies"), **SETTLED)
        sign(case, part, reply)
        yield case.wait(1)
        actions.release_reply(reply, **case.presidium)
    case.suggestion.refresh_from_db()
