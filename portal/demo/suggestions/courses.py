"""The courses that a suggestion takes, by their names in the plan: those that go straight, and how
far. `back` in the plan is how many working days ago the last act lies."""

from collections.abc import Callable

from congress.suggestions import actions
from portal.demo.running import Steps
from portal.demo.suggestions import entry, handling, rating, rounds, turns
from portal.demo.suggestions.case import Case

Course = Callable[[Case], Steps]


def closed(case: Case) -> Steps:
    yield from handling.answer(case)
    yield from rating.rate_all(case)
    yield from rating.follow(case)


def waiting_for_cosigners(case: Case) -> Steps:
    yield from entry.draft(case)
    yield from entry.ask(case)


def sent_back(case: Case) -> Steps:
    yield from entry.submit(case)
    yield case.wait(2)
    reason = case.say("sent_back")
    case.suggestion = actions.send_back_suggestion(case.suggestion, reason=reason, **case.presidium)


def proposed(case: Case) -> Steps:
    """The secretary has prepared the chair's decision."""
    yield from entry.submit(case)
    yield case.wait(1)
    actions.propose(case.suggestion, **case.sort, **case.office)


def not_accepted(case: Case) -> Steps:
    yield from entry.submit(case)
    yield case.wait(2)
    said = {name: case.text[name] for name in ("refusal", "article")}
    actions.refuse_suggestion(case.suggestion, **said, note=case.text["refused"], **case.presidium)


def in_handling(case: Case) -> Steps:
    """Contact was made; the reply is a draft where the plan says so."""
    yield from entry.hand_over(case)
    yield from handling.consult(case)
    if case.row.get("writing"):
        yield case.wait(1)
        handling.write(case, case.part())


def acknowledged(case: Case) -> Steps:
    yield from entry.hand_over(case)
    yield from handling.receive(case)


def one_of_two(case: Case) -> Steps:
    """Of the units that handle it separately one has replied."""
    yield from entry.hand_over(case)
    yield from handling.consult(case)
    yield case.wait(3)
    yield from handling.reply_by(case, case.part())


def in_review(case: Case) -> Steps:
    yield from entry.hand_over(case)
    yield from handling.consult(case)
    yield case.wait_until(case.row["back"])
    part = case.part()
    handling.sign(case, part, handling.write(case, part))


def given_back(case: Case) -> Steps:
    """Found wanting once and signed anew."""
    yield from in_review(case)
    part = case.part()
    yield case.wait(1)
    reply = part.replies.get(round_no=1)
    actions.give_back_reply(reply, remark=case.say("given_back"), **case.presidium)
    if case.row.get("mended"):
        yield case.wait(1)
        handling.sign(case, part, handling.write(case, part))
        yield case.wait(1)
        actions.release_reply(part.replies.get(round_no=1), **case.presidium)


def replied(case: Case) -> Steps:
    """Answered; of the signatories the first `rated` have rated."""
    yield from entry.hand_over(case)
    yield from handling.consult(case)
    yield case.wait_until(case.row["back"] + 3)
    yield from handling.reply_by(case, case.part())
    for row in case.signed()[: case.row.get("rated", 0)]:
        yield case.wait(0)
        rating.give(case, row, "satisfied")


def reminded(case: Case) -> Steps:
    yield from replied(case)
    yield case.wait(case.row.get("patience", 8))
    actions.remind_to_rate(case.suggestion, **case.office)


def closed_without_slips(case: Case) -> Steps:
    yield from reminded(case)
    yield case.wait(24)
    actions.close_suggestion(case.suggestion, **case.office)


def _closed(case: Case) -> Steps:
    yield from entry.hand_over(case)
    yield from closed(case)


COURSES: dict[str, Course] = {
    "closed": _closed,
    "draft": entry.draft,
    "waiting_for_cosigners": waiting_for_cosigners,
    "sent_back": sent_back,
    "submitted": entry.submit,
    "proposed": proposed,
    "not_accepted": not_accepted,
    "registered": entry.register,
    "assigned": entry.hand_over,
    "acknowledged": acknowledged,
    "in_handling": in_handling,
    "one_of_two": one_of_two,
    "in_review": in_review,
    "given_back": given_back,
    "replied": replied,
    "reminded": reminded,
    "closed_without_slips": closed_without_slips,
    **turns.COURSES,
    **rounds.COURSES,
}
