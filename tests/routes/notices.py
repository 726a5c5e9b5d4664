"""The routes of notices: writing, signing, sending, reading."""

from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from congress.notices import actions
from congress.notices.models import Notice
from congress.organisations.models import Deputy
from congress.organisations.roles import (
    CHAIR,
    COUNTY_EDITOR,
    COUNTY_SUPERVISOR,
    DEPUTY,
    SECRETARY,
)
from tests.factories.notices import NoticeFactory, writer_of
from tests.factories.organisations import DeputyFactory
from tests.routes.table import Route, content, pk, sheet_text
from tests.routes.world import World

TITLE = "望江村水利现场会"
PDF = b"%PDF-1.4 \xe6\x9c\x9b\xe6\xb1\x9f"


def made(**traits: Any) -> Any:
    """A maker of a notice of the township, which its deputy receives where it is sent."""

    def make(world: World) -> Notice:
        world.user(DEPUTY)
        at = world.at - timedelta(minutes=5)
        fields = {"organisation": world.township, "title": TITLE, "at": at, "people": 0}
        return NoticeFactory(**fields | traits)

    return make


def of_county(**traits: Any) -> Any:
    def make(world: World) -> Notice:
        at = world.at - timedelta(minutes=5)
        return NoticeFactory(organisation=world.county, title=TITLE, at=at, **traits)

    return make


def file(**traits: Any) -> Any:
    """A file added on the desk."""

    def make(world: World) -> Any:
        notice = made()(world)
        upload = SimpleUploadedFile("望江.pdf", PDF)
        by, at = writer_of(notice), timezone.now()
        row = actions.attach_file(notice, upload, by=by, at=at)
        if traits:
            actions.submit_for_signature(notice, by=by, at=at)
        return row

    return make


def with_late_deputy(world: World) -> Notice:
    notice = made(sent=True)(world)
    DeputyFactory(term=world.term)
    return notice


def late(notice: Notice) -> dict[str, Any]:
    known = notice.recipients.values("user")
    return {
        "people": [Deputy.objects.exclude(user__in=known).get(congress=notice.organisation).user_id]
    }


def of_file(row: Any) -> dict[str, Any]:
    return {"pk": row.notice_id, "file": row.pk}


def pdf_text(response: Any) -> str:
    return content(response).decode(errors="replace")


def ics_text(response: Any) -> str:
    return content(response).decode().replace("\r\n ", "")


def typed(_: Any) -> dict[str, Any]:
    return {"title": TITLE, "asked": "confirm", "body": "正文", "all_deputies": "on", "edition": 0}


def page(name: str, role: str, make: Any, wrong: str = DEPUTY, **fields: Any) -> Route:
    fields = {"kwargs": pk, "text": TITLE} | fields
    return Route(f"notices:{name}", role=role, make=make, wrong=wrong, **fields)


def act(name: str, role: str, make: Any, wrong: str, data: Any, **fields: Any) -> tuple[Route, ...]:
    """A page that asks, and its press."""
    return (
        page(name, role, make, wrong, **fields),
        page(name, role, make, wrong, method="POST", data=data, **fields),
    )


def press(name: str, role: str, make: Any, wrong: str, **fields: Any) -> Route:
    return page(name, role, make, wrong, method="POST", **fields)


def excel(name: str, role: str, make: Any, **fields: Any) -> Route:
    return page(name, role, make, reads=sheet_text, picture=False, **fields)


def moved_to(notice: Notice) -> dict[str, Any]:
    later = timezone.localtime(notice.meeting_at) + timedelta(days=1)
    return {
        "meeting_at": f"{later:%Y-%m-%dT%H:%M}",
        "place": "镇政府三楼",
        "reason": "与县里会议冲突",
    }


def nothing(_: Any) -> dict[str, Any]:
    return {}


LISTED = {"kwargs": None}
STAFF = (SECRETARY, CHAIR, COUNTY_EDITOR, COUNTY_SUPERVISOR)

ROUTES = (
    page("list", SECRETARY, made(sent=True), "unit_officer", **LISTED),
    page("list", CHAIR, made(awaiting_signature=True), "unit_officer", **LISTED),
    page("list", COUNTY_SUPERVISOR, of_county(sent=True), "unit_officer", **LISTED),
    page("list", DEPUTY, made(sent=True), "unit_officer", **LISTED),
    excel("export", SECRETARY, made(sent=True), **LISTED),
    page("received", DEPUTY, made(sent=True), "unit_officer", **LISTED),
    page("create", SECRETARY, made(), text="石桥镇", **LISTED),
    page("create", SECRETARY, made(), method="POST", data=typed, **LISTED),
    page("create", COUNTY_SUPERVISOR, of_county(), CHAIR, text="石桥镇", **LISTED),
    *act("edit", SECRETARY, made(), CHAIR, typed),
    page(
        "attach",
        SECRETARY,
        made(),
        CHAIR,
        method="POST",
        data=lambda _: {"file": SimpleUploadedFile("a.pdf", PDF)},
        text="a.pdf",
    ),
    page(
        "file",
        SECRETARY,
        file(),
        "unit_officer",
        kwargs=of_file,
        text="望江",
        reads=pdf_text,
        picture=False,
    ),
    press("remove_file", SECRETARY, file(), CHAIR, kwargs=of_file),
    *(page("detail", role, made(sent=True), "unit_officer") for role in (SECRETARY, CHAIR)),
    page("detail", SECRETARY, made(), "unit_officer", note="draft"),
    page("detail", CHAIR, made(awaiting_signature=True), "unit_officer", note="to sign"),
    page("detail", COUNTY_EDITOR, of_county(sent=True), "unit_officer"),
    page("detail", COUNTY_SUPERVISOR, of_county(sent=True), "unit_officer"),
    page("detail", DEPUTY, made(sent=True), "unit_officer"),
    press("submit", SECRETARY, made(), CHAIR),
    press("recall", SECRETARY, made(awaiting_signature=True), CHAIR),
    press("sign", CHAIR, made(awaiting_signature=True), SECRETARY),
    press("sign", COUNTY_SUPERVISOR, of_county(awaiting_signature=True), COUNTY_EDITOR),
    press("revise", SECRETARY, made(signed=True), CHAIR),
    *act(
        "send_back", CHAIR, made(awaiting_signature=True), SECRETARY, lambda _: {"remark": "请核对"}
    ),
    *act("send", SECRETARY, made(signed=True), DEPUTY, nothing),
    *act(
        "move",
        CHAIR,
        made(sent=True),
        SECRETARY,
        moved_to,
    ),
    *act("cancel", CHAIR, made(sent=True), SECRETARY, lambda _: {"reason": "改为书面征求意见"}),
    *act("add", SECRETARY, with_late_deputy, CHAIR, late),
    page("discard", SECRETARY, made(), CHAIR),
    page("discard", SECRETARY, made(), CHAIR, method="POST", text="草稿已删除"),
    page("settings", CHAIR, made(), SECRETARY, text="石桥镇", **LISTED),
    page(
        "settings",
        CHAIR,
        made(),
        SECRETARY,
        method="POST",
        data=lambda _: {"wanted": "on"},
        text="石桥镇",
        **LISTED,
    ),
)
