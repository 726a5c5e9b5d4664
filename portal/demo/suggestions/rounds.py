"""Courses with a rating that is not satisfied."""

from congress.suggestions import actions
from congress.suggestions.models import Rating
from portal.demo.running import Steps
from portal.demo.suggestions import entry, handling, rating
from portal.demo.suggestions.case import Case


def dissatisfied(case: Case) -> Steps:
    """The lead deputy opens the second round."""
    yield from entry.hand_over(case)
    yield from handling.answer(case, (8, 10))
    yield case.wait(2)
    rating.give(case, case.signed()[0], "dissatisfied")
    case.suggestion.refresh_from_db()


def answered_again(case: Case) -> Steps:
    yield from dissatisfied(case)
    yield from handling.answer_again(case)


def closed_after_two(case: Case) -> Steps:
    yield from answered_again(case)
    yield from rating.rate_all(case, "satisfied")
    yield from rating.follow(case)


def joint_study(case: Case) -> Steps:
    """Not satisfied again: studied together; with `open` in the plan it is still to be studied."""
    yield from answered_again(case)
    for number, row in enumerate(case.signed()):
        yield case.wait(1)
        rating.give(case, row, "satisfied" if number else "dissatisfied")
    if case.row.get("open"):
        return
    yield case.wait(6)
    lead, unit = case.lead.user.name, case.unit.name
    actions.record_joint_study(
        case.suggestion,
        day=case.day,
        people_present=f"{lead}代表、{case.congress.presidium.name}、{unit}负责人",
        outcome=case.say("studies"),
        **case.presidium,
    )
    yield case.wait(1)
    actions.close_suggestion(case.suggestion, **case.presidium)


def cosigner_dissatisfied(case: Case) -> Steps:
    """The chair has to decide; with `noted` in the plan there is no second round."""
    yield from entry.hand_over(case)
    yield from handling.answer(case, (8, 10))
    lead, other, *rest = case.signed()
    yield case.wait(2)
    rating.give(case, lead, "satisfied")
    yield case.wait(1)
    rating.give(case, other, "dissatisfied")
    for row in rest:
        yield case.wait(0)
        rating.give(case, row, "satisfied")
    if case.row.get("noted"):
        yield case.wait(2)
        made = Rating.objects.get(signatory=other.pk)
        actions.note_no_second_round(made, note=case.say("no_second_round"), **case.presidium)


COURSES = {
    "dissatisfied": dissatisfied,
    "answered_again": answered_again,
    "closed_after_two": closed_after_two,
    "joint_study": joint_study,
    "cosigner_dissatisfied": cosigner_dissatisfied,
}
