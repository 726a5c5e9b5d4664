"""The routes of office and presidium: the list, the record, every act on it."""

from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from congress.organisations.models import Deputy
from congress.organisations.roles import (
    CHAIR,
    COUNTY_ADMIN,
    COUNTY_SUPERVISOR,
    DEPUTY,
    SECRETARY,
)
from congress.suggestions import actions
from congress.suggestions.models import Suggestion
from tests.factories.suggestions import (
    SuggestionFactory,
    officer_of,
    part_of,
    presidium_of,
    unit_of,
)
from tests.routes.table import Route, pk, sheet_text
from tests.routes.world import World

TITLE = "关于修缮望江码头的建议"
PDF = b"%PDF-1.4 \xe6\x9c\x9b\xe6\xb1\x9f"
WHY = {"reason": "另有安排"}
SORTED = {"category": "roads", "jurisdiction": "township"}


def made(**traits: Any) -> Any:
    """A maker of a suggestion of the township's deputy, handled by the township's unit."""

    def make(world: World) -> Suggestion:
        lead = Deputy.objects.filter(user=world.user(DEPUTY), congress=world.township).first()
        return SuggestionFactory(
            congress=world.township,
            lead=lead,
            title=TITLE,
            at=world.at - timedelta(minutes=5),
            **traits,
        )

    return make


def of_county(**traits: Any) -> Any:
    def make(world: World) -> Suggestion:
        world.term_of(world.county)
        at = world.at - timedelta(minutes=5)
        return SuggestionFactory(congress=world.county, title=TITLE, at=at, **traits)

    return make


def reported(world: World) -> Suggestion:
    """Reported to the county, whose own record waits for its decision."""
    world.term_of(world.county)
    suggestion = made(registered=True)(world)
    by, at = presidium_of(suggestion), timezone.now()
    actions.report_upward(suggestion, reason="属县里的职权", by=by, at=at)
    return suggestion


def answered_above(world: World) -> Suggestion:
    suggestion = reported(world)
    above, at = Suggestion.objects.get(raised_from=suggestion), timezone.now()
    by = presidium_of(above)
    actions.register_suggestion(above, **SORTED, by=by, at=at)
    actions.hand_over(above, units={unit_of(above.congress): "lead"}, by=by, at=at)
    part = part_of(above)
    officer = officer_of(part)
    actions.acknowledge(part, by=officer, at=at)
    contact = {"day": world.today, "way": "phone", "person": "代表", "gist": "已联系"}
    actions.record_contact(part, **contact, by=officer, at=at)
    reply = actions.write_reply(
        part, body="望江码头已列入计划。", result_class="A", by=officer, at=at
    )
    actions.sign_reply(reply, signed_by="李建国", by=officer, at=at)
    actions.release_reply(reply, by=by, at=at)
    return suggestion


def published(world: World) -> Suggestion:
    suggestion = made(registered=True)(world)
    by, at = presidium_of(suggestion), timezone.now()
    return actions.publish_suggestion(suggestion, checked=True, by=by, at=at)


def with_others(world: World) -> Suggestion:
    made(registered=True)(world)
    return made(registered=True)(world)


def with_unit(**traits: Any) -> Any:
    def make(world: World) -> Suggestion:
        suggestion = made(**traits)(world)
        unit_of(world.township, 1)
        return suggestion

    return make


def return_asked(world: World) -> Any:
    return part_of(made(return_requested=True)(world)).returns.get()


def more_time_asked(world: World) -> Any:
    part = part_of(made(in_handling=True)(world))
    clock = part.clocks.get(event="reply")
    by, at = officer_of(part), timezone.now()
    return actions.request_extension(clock, reason="涉及面广", by=by, at=at)


def of_return(asked: Any) -> dict[str, Any]:
    return {"pk": asked.assignment.suggestion_id, "asked": asked.pk}


def of_return_record(asked: Any) -> dict[str, Any]:
    return {"pk": asked.assignment.suggestion_id}


def of_extension(asked: Any) -> dict[str, Any]:
    return {"pk": asked.clock.suggestion_id, "asked": asked.pk}


def page(name: str, role: str, make: Any, wrong: str = COUNTY_ADMIN, **fields: Any) -> Route:
    fields = {"kwargs": pk, "text": TITLE} | fields
    return Route(f"suggestions:{name}", role=role, make=make, wrong=wrong, **fields)


def press(name: str, role: str, make: Any, wrong: str, data: Any = None, **fields: Any) -> Route:
    given = data if callable(data) else lambda _: data or {}
    return page(name, role, make, wrong, method="POST", data=given, **fields)


def act(name: str, make: Any, data: Any, *, role: str = CHAIR, **fields: Any) -> tuple[Route, ...]:
    """A page that asks, and its press."""
    wrong = SECRETARY if role == CHAIR else CHAIR
    return (
        page(name, role, make, wrong, **fields),
        press(name, role, make, wrong, data, **fields),
    )


def scan(_: Any) -> dict[str, Any]:
    return {"reason": "问题已经解决", "scan": SimpleUploadedFile("a.pdf", PDF)}


LISTED = {"kwargs": None}

ROUTES = (
    page("list", SECRETARY, made(in_handling=True), **LISTED),
    page("list", CHAIR, made(submitted=True), query="?show=waiting", **LISTED),
    page("list", COUNTY_SUPERVISOR, reported, **LISTED),
    page("export", SECRETARY, made(registered=True), reads=sheet_text, picture=False, **LISTED),
    page("detail", SECRETARY, made(submitted=True)),
    page("detail", CHAIR, made(submitted=True), note="to decide"),
    page("detail", CHAIR, return_asked, kwargs=of_return_record, note="return asked"),
    page("detail", CHAIR, reported, note="reported"),
    page("detail", COUNTY_SUPERVISOR, made(in_handling=True)),
    page("detail", COUNTY_SUPERVISOR, of_county(submitted=True), note="own"),
    *act("propose", made(submitted=True), SORTED, role=SECRETARY),
    *act("register", made(submitted=True), SORTED),
    page("register", COUNTY_SUPERVISOR, of_county(submitted=True)),
    page("send_back", CHAIR, made(submitted=True), SECRETARY),
    press("send_back", CHAIR, made(submitted=True), SECRETARY, WHY, text="已退回代表修改"),
    *act("refuse", made(submitted=True), {"refusal": "academic", "note": "属于学术探讨"}),
    *act("undo_refusal", made(not_accepted=True), WHY),
    press("numbers", SECRETARY, made(submitted=True), COUNTY_ADMIN),
    press("told", SECRETARY, made(registered=True), COUNTY_ADMIN),
    *act("withdraw_on_paper", made(in_handling=True), scan, role=SECRETARY),
    *act("merge", with_others, lambda row: {"into": row.pk - 1}),
    *act("separate", made(merged=True), WHY),
    *act("hand_over", made(registered=True), lambda row: {"lead": unit_of(row.congress).pk}),
    page("hand_over", COUNTY_SUPERVISOR, of_county(registered=True)),
    *act("take_back", made(assigned=True), WHY),
    *act(
        "add_unit",
        with_unit(in_handling=True),
        lambda row: {"unit": unit_of(row.congress, 1).pk, "role": "co_handler"},
    ),
    *act("grant_return", return_asked, {}, kwargs=of_return),
    *act("refuse_return", return_asked, {"remark": "属你单位职责"}, kwargs=of_return),
    *act("grant_extension", more_time_asked, {}, kwargs=of_extension),
    *act("refuse_extension", more_time_asked, {"remark": "时间足够"}, kwargs=of_extension),
    *act("report_upward", made(registered=True), WHY),
    *act("take_over", answered_above, {}),
    *act("publish", made(registered=True), {"checked": "on"}),
    *act("unpublish", published, WHY),
)
