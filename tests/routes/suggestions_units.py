"""The routes of a unit's handling and reply, and of the presidium's answer to a reply."""

from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from congress.organisations.roles import CHAIR, SECRETARY, UNIT_OFFICER
from congress.suggestions import actions
from congress.suggestions.models import Assignment, Clock, Reply, Suggestion
from tests.factories.organisations import OrganisationFactory
from tests.factories.suggestions import (
    SuggestionFactory,
    officer_of,
    part_of,
    presidium_of,
    write,
)
from tests.routes.table import Route, pk, sheet_text
from tests.routes.world import World

TITLE = "关于修缮石桥村通村道路的建议"
PDF = b"%PDF-1.4"


def made(**traits: Any) -> Any:
    """A maker of a suggestion of the township, handed to its unit where it is handed over."""

    def make(world: World) -> Suggestion:
        world.term_of(world.township)
        at = world.at - timedelta(minutes=5)
        return SuggestionFactory(congress=world.township, at=at, **traits)

    return make


def part(**traits: Any) -> Any:
    def make(world: World) -> Assignment:
        return part_of(made(**traits)(world))

    return make


def co_part(world: World) -> Assignment:
    """The unit of the place is the co-handler of another."""
    return _shared(world, own="co_handler", other="lead")


def lead_part(world: World) -> Assignment:
    """The part of a co-handler who has given an opinion; the unit of the place is its lead."""
    row = _shared(world, own="lead", other="co_handler")
    at = world.at - timedelta(minutes=4)
    return actions.give_opinion(row, opinion="建议先修学校门口。", by=officer_of(row), at=at)


def _shared(world: World, own: str, other: str) -> Assignment:
    suggestion = made(registered=True)(world)
    unit = OrganisationFactory(unit=True, parent=world.township)
    units = {world.unit: own, unit: other}
    at = world.at - timedelta(minutes=5)
    actions.hand_over(suggestion, units=units, by=presidium_of(suggestion), at=at)
    rows = suggestion.assignments.select_related("unit", "suggestion__congress__parent")
    return rows.get(role="co_handler")


def clock(world: World) -> Clock:
    row = part(in_handling=True)(world)
    return row.clocks.get(event="reply")


def draft(world: World) -> Reply:
    return write(part(in_handling=True)(world), world.at - timedelta(minutes=4))


def signed(world: World) -> Reply:
    reply = draft(world)
    by, at = officer_of(reply.assignment), world.at - timedelta(minutes=3)
    return actions.sign_reply(reply, signed_by="陈国强", by=by, at=at)


def enclosure(world: World) -> Any:
    reply = draft(world)
    upload = SimpleUploadedFile("现场.pdf", PDF)
    return actions.attach_to_reply(
        reply, upload, by=officer_of(reply.assignment), at=timezone.now()
    )


def of_part(row: Assignment) -> dict[str, Any]:
    return {"pk": row.suggestion_id, "part": row.pk}


def of_reply(row: Reply) -> dict[str, Any]:
    return {"pk": row.suggestion_id, "reply": row.pk}


def of_clock(row: Clock) -> dict[str, Any]:
    return {"pk": row.suggestion_id, "clock": row.pk}


def of_file(row: Any) -> dict[str, Any]:
    return {"pk": row.suggestion_id, "part": row.reply.assignment_id, "file": row.pk}


def page(name: str, make: Any, kwargs: Any, role: str = UNIT_OFFICER, **fields: Any) -> Route:
    wrong = SECRETARY if role == UNIT_OFFICER else UNIT_OFFICER
    fields = {"text": TITLE, "wrong": wrong} | fields
    return Route(f"suggestions:{name}", role=role, make=make, kwargs=kwargs, **fields)


def press(name: str, make: Any, kwargs: Any, **fields: Any) -> Route:
    return page(name, make, kwargs, method="POST", **fields)


def act(name: str, make: Any, kwargs: Any, data: Any, **fields: Any) -> tuple[Route, ...]:
    """A page that asks, and its press."""
    return (
        page(name, make, kwargs, **fields),
        press(name, make, kwargs, data=lambda _: data, **fields),
    )


REPLY_TEXT = {"body": "您的建议收悉。", "result_class": "A", "version": 0}
CONTACT = {"way": "visit", "person": "周明", "gist": "到现场看了路面。"}


def contact(_: Any) -> dict[str, Any]:
    return CONTACT | {"day": timezone.localdate().isoformat()}


ROUTES = (
    page("unit", part(in_handling=True), None),
    page("unit_export", part(in_handling=True), None, reads=sheet_text, picture=False),
    *(
        page("detail", made(**{state: True}), pk, note=state, wrong="auditor")
        for state in ("assigned", "in_handling", "reply_review", "replied")
    ),
    page("detail", made(reply_review=True), pk, CHAIR, note="to check", wrong="auditor"),
    press("acknowledge", part(assigned=True), of_part),
    *act("request_return", part(assigned=True), of_part, {"reason": "不属本单位职责。"}),
    page("contact", part(in_handling=True), of_part),
    press("contact", part(in_handling=True), of_part, data=contact),
    *act("opinion", co_part, of_part, {"opinion": "建议先修学校门口。"}),
    *act("again", lead_part, of_part, {"reason": "请写明经费来源。"}),
    *act("extension", clock, of_clock, {"reason": "涉及多个部门。"}),
    *act("reply", part(in_handling=True), of_part, REPLY_TEXT),
    press(
        "reply_autosave", part(in_handling=True), of_part, data=lambda _: REPLY_TEXT, text="version"
    ),
    press(
        "reply_attach",
        part(in_handling=True),
        of_part,
        data=lambda _: {"file": SimpleUploadedFile("a.pdf", PDF)},
    ),
    press("reply_remove_file", enclosure, of_file),
    *act("sign_reply", draft, of_reply, {"signed_by": "陈国强"}),
    press("recall_reply", signed, of_reply),
    *act("give_back_reply", signed, of_reply, {"remark": "请写明完成时间。"}, role=CHAIR),
    *act("release_reply", signed, of_reply, {}, role=CHAIR),
)
