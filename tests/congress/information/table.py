"""Who may do what with an item in which state: the table that actions and pages must agree with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from congress.information import actions
from congress.information.models import Item
from congress.organisations.roles import CHAIR, COUNTY_EDITOR, SECRETARY
from tests.factories.information import ItemFactory, PublicationFactory
from tests.routes.world import World

STATES = {
    "draft": "draft",
    "awaiting_sign_off": "awaiting_sign_off",
    "awaiting_again": "awaiting_sign_off",
    "submitted": "submitted",
    "returned": "returned",
    "adopted": "adopted",
    "retained": "retained",
    "withdrawn": "withdrawn",
}
NEVER_HANDED_IN = ("draft", "awaiting_sign_off")
PEOPLE = [
    *((role, place) for role in (SECRETARY, CHAIR) for place in ("home", "other", "foreign")),
    *((role, "home") for role in ("deputy", "unit_officer", "county_admin", "auditor")),
    *((r, p) for r in (COUNTY_EDITOR, "county_supervisor") for p in ("home", "foreign")),
]
AT_THE_PAGE = [
    *((role, "home") for role in (SECRETARY, CHAIR, COUNTY_EDITOR, "county_supervisor", "deputy")),
    (SECRETARY, "other"),
    (COUNTY_EDITOR, "foreign"),
]
REASON = {"reason": "登记有误"}


@dataclass(frozen=True)
class Act:
    """`role` alone may do it, in the states of `when`, and leads to the state named there."""

    role: str
    when: dict[str, str]
    do: Callable[..., Any]
    data: Callable[[Item], dict[str, Any]] = lambda _: {}
    page: bool = True

    def expected(self, role: str, place: str, kind: str) -> str:
        """By action: allowed, never or not now."""
        if (role, place) != (self.role, "home"):
            return "never"
        if role == COUNTY_EDITOR and kind in NEVER_HANDED_IN:
            return "never"
        return "allowed" if kind in self.when else "not now"


def same(*kinds: str) -> dict[str, str]:
    return {kind: STATES[kind] for kind in kinds}


def adoption(item: Item) -> dict[str, Any]:
    publication = PublicationFactory(county=item.organisation.parent)
    return {
        "publication": publication.pk,
        "adopted_on": timezone.localdate(item.created_at),
        "mode": "single",
    }


def file(_: Item) -> dict[str, Any]:
    return {"file": SimpleUploadedFile("a.pdf", b"%PDF-1.4")}


def text(_: Item) -> dict[str, Any]:
    return {"version": 0, "kind": "activity", "title": "新题", "body": "新文", "drafter": "周明"}


ACTS = {
    "edit": Act(SECRETARY, same("draft", "returned"), actions.edit_draft, text),
    "attach": Act(SECRETARY, same("draft", "returned"), actions.attach_file, file, page=False),
    "discard": Act(SECRETARY, {"draft": ""}, actions.discard_draft),
    "submit": Act(
        SECRETARY, {"draft": "submitted", "returned": "submitted"}, actions.submit_item, page=False
    ),
    "sign_off": Act(
        CHAIR,
        {"awaiting_sign_off": "submitted", "awaiting_again": "submitted"},
        actions.sign_off_item,
        page=False,
    ),
    "recall": Act(
        SECRETARY,
        {"awaiting_sign_off": "draft", "awaiting_again": "returned"},
        actions.recall_item,
        page=False,
    ),
    "send_back": Act(
        CHAIR,
        {"awaiting_sign_off": "draft", "awaiting_again": "returned"},
        actions.send_back_item,
        lambda _: {"remark": "请核对人数"},
    ),
    "withdraw": Act(
        SECRETARY,
        {"submitted": "withdrawn", "returned": "withdrawn"},
        actions.withdraw_item,
        lambda _: REASON,
    ),
    "return": Act(
        COUNTY_EDITOR,
        {"submitted": "returned"},
        actions.return_item,
        lambda _: REASON | {"advice": "请补充"},
    ),
    "undo_return": Act(
        COUNTY_EDITOR, {"returned": "submitted"}, actions.undo_return, lambda _: REASON
    ),
    "retain": Act(COUNTY_EDITOR, {"submitted": "retained"}, actions.retain_item, lambda _: REASON),
    "undo_retain": Act(
        COUNTY_EDITOR, {"retained": "submitted"}, actions.undo_retain, lambda _: REASON
    ),
    "adopt": Act(
        COUNTY_EDITOR,
        {"submitted": "adopted", "adopted": "adopted", "retained": "adopted"},
        actions.adopt_item,
        adoption,
    ),
    "send_up": Act(
        COUNTY_EDITOR,
        same("submitted", "adopted", "retained"),
        actions.send_up,
        lambda item: {"level": "city", "sent_on": timezone.localdate(item.created_at)},
    ),
    "note_instruction": Act(
        COUNTY_EDITOR,
        same("submitted", "adopted", "retained"),
        actions.note_instruction,
        lambda item: {
            "level": "county",
            "leader": "县委书记",
            "given_on": timezone.localdate(item.created_at),
        },
    ),
}
CASES = [(act, kind) for act in ACTS for kind in STATES]


def item_of(world: World, kind: str) -> Item:
    """An item of the township; its signature is asked for only while it waits for it."""
    traits = {} if kind == "draft" else {kind: True}
    at = world.at - timedelta(hours=1)
    return ItemFactory(organisation=world.township, at=at, **traits)
