"""Every act on a commitment, and those that need no suggestion: a new draft, the settings."""

from datetime import timedelta
from typing import Any

from congress.audit.actors import Actor
from congress.suggestions import actions
from congress.suggestions.models import Commitment, Suggestion
from congress.suggestions.states import COMMITMENT
from tests.congress.suggestions.acts import CHAIR, SECRETARY, UNIT, Act, same, scan, simple
from tests.factories.suggestions import TEXT
from tests.routes.world import World

PROMISE_STATES = tuple(state.code for state in COMMITMENT.states)


def later(promise: Commitment, by: Actor, world: World) -> None:
    day = promise.promised_on + timedelta(days=40)
    actions.promise_later(promise, text="雨季。", promised_on=day, by=by, at=world.at)


def draft(_suggestion: Suggestion, by: Actor, world: World) -> None:
    lead = world.user("deputy").mandates.get()
    actions.draft_suggestion(world.township, lead=lead, by=by, at=world.at, **TEXT)


def draft_with_file(_suggestion: Suggestion, by: Actor, world: World) -> None:
    lead = world.user("deputy").mandates.get()
    given: dict[str, Any] = {"lead": lead, "files": [scan()], **TEXT}
    actions.draft_with_files(world.township, **given, by=by, at=world.at)


def check(_suggestion: Suggestion, by: Actor, world: World) -> None:
    actions.set_checking(world.township, wanted=False, by=by, at=world.at)


def scheme(_suggestion: Suggestion, by: Actor, world: World) -> None:
    actions.choose_scheme(world.county, scheme="four", by=by, at=world.at)


def phone(_suggestion: Suggestion, by: Actor, world: World) -> None:
    actions.set_office_phone(world.township, phone="0000-5550102", by=by, at=world.at)


def county_phone(_suggestion: Suggestion, by: Actor, world: World) -> None:
    actions.set_office_phone(world.county, phone="0000-5550103", by=by, at=world.at)


ACTS_OF_PROMISES = {
    "progress": Act((UNIT,), same("open"), simple(actions.report_progress, text="已测量。")),
    "later": Act((UNIT,), same("open"), later),
    "report_kept": Act((UNIT,), {"open": "reported"}, simple(actions.report_kept, text="已修好。")),
    "confirm_kept": Act(
        (SECRETARY, CHAIR), {"reported": "kept"}, simple(actions.confirm_kept, text="看过。")
    ),
    "not_kept": Act(
        (SECRETARY, CHAIR), {"reported": "open"}, simple(actions.find_not_kept, text="还差一段。")
    ),
    "reopen": Act((CHAIR,), {"kept": "open"}, simple(actions.reopen_commitment, reason="又坏了。")),
}
ACTS_OF_OFFICES = {
    "draft": Act(("deputy", SECRETARY), same("draft"), draft),
    "draft_with_file": Act(("deputy", SECRETARY), same("draft"), draft_with_file),
    "check": Act((CHAIR,), same("draft"), check),
    "scheme": Act(("county_supervisor",), same("draft"), scheme),
    "phone": Act((CHAIR,), same("draft"), phone),
    "county_phone": Act(("county_supervisor",), same("draft"), county_phone),
}
