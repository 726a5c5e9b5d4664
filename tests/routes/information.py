"""The routes of information items: reading, and the township's side."""

from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from congress.information import actions
from congress.information.models import Item
from congress.organisations.roles import (
    CHAIR,
    COUNTY_EDITOR,
    COUNTY_SUPERVISOR,
    DEPUTY,
    SECRETARY,
)
from tests.factories.information import (
    ItemFactory,
    actor_of,
)
from tests.routes.table import Route, content, pk, sheet_text
from tests.routes.world import World

TITLE = "望江村小水闸修复记"
PDF = b"%PDF-1.4 \xe6\x9c\x9b\xe6\xb1\x9f"


def made(**traits: Any) -> Any:
    """A maker of an item of the township; `at` a while ago, so that it may be acted upon."""
    return lambda world: ItemFactory(
        organisation=world.township, title=TITLE, at=world.at - timedelta(minutes=5), **traits
    )


def file(world: World) -> Any:
    """A file added on the desk."""
    upload = SimpleUploadedFile("望江.pdf", PDF)
    by = actor_of(SECRETARY, world.township)
    return actions.attach_file(made()(world), upload, by=by, at=timezone.now())


def sent_file(world: World) -> Any:
    row = file(world)
    by = actor_of(SECRETARY, world.township)
    actions.submit_item(row.item, by=by, at=timezone.now())
    return row


def of_row(row: Any) -> dict[str, Any]:
    return {"pk": row.item_id, "row": row.pk}


def of_file(row: Any) -> dict[str, Any]:
    return {"pk": row.item_id, "file": row.pk}


def pdf_text(response: Any) -> str:
    return content(response).decode(errors="replace")


def typed(item: Item) -> dict[str, Any]:
    return {
        "version": item.draft.version,
        "kind": "activity",
        "title": TITLE,
        "body": "正文",
        "drafter": "周明",
    }


def page(name: str, role: str, make: Any, wrong: str = DEPUTY, **fields: Any) -> Route:
    fields = {"kwargs": pk, "text": TITLE} | fields
    return Route(f"information:{name}", role=role, make=make, wrong=wrong, **fields)


def act(name: str, role: str, make: Any, wrong: str, data: Any, **fields: Any) -> tuple[Route, ...]:
    """A page that asks, and its press."""
    return (
        page(name, role, make, wrong, **fields),
        page(name, role, make, wrong, method="POST", data=data, **fields),
    )


def press(name: str, role: str, make: Any, wrong: str, **fields: Any) -> Route:
    return page(name, role, make, wrong, method="POST", **fields)


def reason(record: Any) -> dict[str, str]:
    return {"reason": "登记有误"}


LISTS = (
    page("list", SECRETARY, made(), kwargs=None),
    page("list", CHAIR, made(returned=True), kwargs=None),
    page("list", COUNTY_EDITOR, made(submitted=True), kwargs=None),
    page("list", COUNTY_SUPERVISOR, made(adopted=True), kwargs=None),
    *(
        page("export", role, made(submitted=True), kwargs=None, reads=sheet_text, picture=False)
        for role in (SECRETARY, CHAIR, COUNTY_EDITOR, COUNTY_SUPERVISOR)
    ),
)
DETAILS = tuple(
    page("detail", role, made(**({state: True} if state else {})), note=state or "draft")
    for role, states in (
        (SECRETARY, ("", "returned", "adopted", "retained")),
        (CHAIR, ("awaiting_sign_off", "submitted")),
        (COUNTY_EDITOR, ("submitted", "resubmitted", "adopted", "withdrawn")),
        (COUNTY_SUPERVISOR, ("adopted",)),
    )
    for state in states
)
DESK = (
    Route(
        "information:create",
        role=SECRETARY,
        method="POST",
        make=made(submitted=True),
        text='name="version"',
        wrong=CHAIR,
        outside=302,
    ),
    *act("edit", SECRETARY, made(), CHAIR, typed),
    page("edit", SECRETARY, made(returned=True), CHAIR, note="returned"),
    press("autosave", SECRETARY, made(), CHAIR, data=typed, text='"version": 1'),
    press(
        "attach",
        SECRETARY,
        made(),
        CHAIR,
        data=lambda item: {"file": SimpleUploadedFile("望江.pdf", PDF)},
    ),
    press("remove_file", SECRETARY, file, CHAIR, kwargs=of_file),
    *(
        page("file", role, make, kwargs=of_file, text="望江", reads=pdf_text, picture=False)
        for role, make in (
            (SECRETARY, file),
            (CHAIR, file),
            (COUNTY_EDITOR, sent_file),
            (COUNTY_SUPERVISOR, sent_file),
        )
    ),
)
TOWNSHIP_ACTS = (
    press("submit", SECRETARY, made(), CHAIR),
    press("sign_off", CHAIR, made(awaiting_sign_off=True), SECRETARY),
    press("recall", SECRETARY, made(awaiting_sign_off=True), CHAIR),
    *act(
        "send_back",
        CHAIR,
        made(awaiting_sign_off=True),
        SECRETARY,
        lambda item: {"remark": "请核对人数"},
    ),
    *act("withdraw", SECRETARY, made(submitted=True), CHAIR, reason),
    page("discard", SECRETARY, made(), CHAIR),
    press("discard", SECRETARY, made(), CHAIR, text="草稿已删除"),
)
ROUTES = (*LISTS, *DETAILS, *DESK, *TOWNSHIP_ACTS)
