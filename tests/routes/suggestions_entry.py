"""The routes of a deputy's suggestions: writing, co-signing, submitting, following, on behalf."""

from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from congress.organisations.models import Deputy
from congress.organisations.roles import CHAIR, COUNTY_SUPERVISOR, DEPUTY, SECRETARY, UNIT_OFFICER
from congress.suggestions import actions
from congress.suggestions.models import Suggestion
from congress.suggestions.models.choices import Part
from tests.factories.organisations import DeputyFactory
from tests.factories.suggestions import TEXT, SuggestionFactory, deputy_actor, lead_of
from tests.routes.table import Route, content, pk
from tests.routes.world import World

TITLE = TEXT["title"]
PNG = b"\x89PNG\r\n\x1a\n\xe6\x9c\x9b\xe6\xb1\x9f"


def mandate(world: World) -> Deputy:
    user = world.user(DEPUTY)
    return Deputy.objects.select_related("user", "term", "congress").get(
        user=user, congress=world.township, ends_on=None
    )


def led(**traits: Any) -> Any:
    """A maker of a suggestion that the township's deputy leads."""

    def make(world: World) -> Suggestion:
        at = world.at - timedelta(minutes=5)
        return SuggestionFactory(congress=world.township, lead=mandate(world), at=at, **traits)

    return make


def asked(world: World) -> Suggestion:
    """Somebody else leads; the township's deputy is asked to co-sign."""
    at = world.at - timedelta(minutes=5)
    own = mandate(world)
    suggestion = SuggestionFactory(
        congress=world.township, lead=DeputyFactory(term=own.term), at=at
    )
    actions.ask_cosigners(suggestion, deputies=[own], by=lead_of(suggestion), at=at)
    suggestion.refresh_from_db()
    return suggestion


def cosigned(world: World) -> Suggestion:
    suggestion = asked(world)
    row = suggestion.signatories.select_related("deputy__user", "suggestion").get(
        part=Part.COSIGNER
    )
    at = world.at - timedelta(minutes=4)
    actions.confirm_signature(row, by=deputy_actor(mandate(world)), at=at)
    actions.submit_suggestion(suggestion, by=lead_of(suggestion), at=at)
    return suggestion


def to_withdraw(world: World) -> Suggestion:
    suggestion = cosigned(world)
    actions.ask_to_withdraw(
        suggestion, reason="问题已经解决。", by=lead_of(suggestion), at=world.at
    )
    return suggestion


def own_wish(world: World) -> Suggestion:
    """The township's deputy wants to withdraw; a co-signer has not agreed."""
    at = world.at - timedelta(minutes=5)
    suggestion = led()(world)
    other = DeputyFactory(term=mandate(world).term)
    by = lead_of(suggestion)
    actions.ask_cosigners(suggestion, deputies=[other], by=by, at=at)
    row = suggestion.signatories.select_related("deputy__user", "suggestion").get(deputy=other)
    actions.confirm_signature(row, by=deputy_actor(other), at=at)
    actions.submit_suggestion(suggestion, by=by, at=at)
    actions.ask_to_withdraw(suggestion, reason="问题已经解决。", by=by, at=world.at)
    return suggestion


def with_file(world: World) -> Any:
    suggestion = led()(world)
    upload = SimpleUploadedFile("望江.png", PNG)
    return actions.attach_to_draft(suggestion, upload, by=lead_of(suggestion), at=world.at)


def entered(world: World) -> Suggestion:
    """Begun by the office from a signed paper."""
    return actions.draft_with_files(
        world.township,
        lead=mandate(world),
        files=[SimpleUploadedFile("原件.png", PNG)],
        purpose="paper",
        by=world.actor(SECRETARY),
        at=world.at - timedelta(minutes=5),
        **TEXT,
    )


def with_colleague(world: World) -> Suggestion:
    suggestion = led()(world)
    DeputyFactory(term=suggestion.term)
    return suggestion


def colleague(suggestion: Suggestion) -> dict[str, Any]:
    known = suggestion.signatories.values("deputy")
    rows = Deputy.objects.filter(congress=suggestion.congress).exclude(pk__in=known)
    return {"deputies": [rows[0].pk], "then": "ask"}


def entered_with_colleague(world: World) -> Suggestion:
    suggestion = entered(world)
    DeputyFactory(term=suggestion.term)
    return suggestion


def typed(record: Any) -> dict[str, Any]:
    choices = {"kind": "suggestion", "category": "other", "consent": "full"}
    return TEXT | choices | {"version": 0, "then": "later"}


def from_paper(record: Any) -> dict[str, Any]:
    lead = record.signatories.get(part=Part.LEAD).deputy_id
    scan = SimpleUploadedFile("原件.png", PNG)
    fields = {"title": f"{TITLE}二", "lead": lead, "scan": scan, "then": "check"}
    return typed(record) | fields


def of_file(row: Any) -> dict[str, Any]:
    return {"pk": row.suggestion_id, "file": row.pk}


def text_of(response: Any) -> str:
    return content(response).decode(errors="replace")


def page(name: str, role: str, make: Any, wrong: str = UNIT_OFFICER, **fields: Any) -> Route:
    fields = {"kwargs": pk, "text": TITLE} | fields
    return Route(f"suggestions:{name}", role=role, make=make, wrong=wrong, **fields)


def press(name: str, role: str, make: Any, wrong: str = CHAIR, **fields: Any) -> Route:
    return page(name, role, make, wrong, method="POST", **fields)


def act(name: str, role: str, make: Any, data: Any, wrong: str = CHAIR, **fields: Any) -> Any:
    """A page that asks, and its press."""
    return (
        page(name, role, make, wrong, **fields),
        press(name, role, make, wrong, data=data, **fields),
    )


def nothing(_: Any) -> dict[str, Any]:
    return {}


LISTED = {"kwargs": None}

ROUTES = (
    page("mine", DEPUTY, led(submitted=True), **LISTED),
    page("mine", DEPUTY, asked, note="asked", **LISTED),
    page("create", DEPUTY, led(), text="石桥镇", **LISTED),
    press("create", DEPUTY, led(), data=typed, outside=302, **LISTED),
    page("enter", SECRETARY, entered, CHAIR, **LISTED),
    press("enter", SECRETARY, entered, data=from_paper, text="原件.png", **LISTED),
    page("enter", COUNTY_SUPERVISOR, entered, CHAIR, text="云岭县", **LISTED),
    page("blank_paper", DEPUTY, led(), CHAIR, text="石桥镇", **LISTED),
    page("blank_paper", SECRETARY, led(), CHAIR, text="石桥镇", **LISTED),
    page("paper", DEPUTY, led(submitted=True), "county_editor"),
    page("paper", CHAIR, led(submitted=True), "county_editor"),
    page("detail", DEPUTY, led(), "county_editor", note="draft"),
    page("detail", DEPUTY, led(in_handling=True), "county_editor", note="in handling"),
    page("detail", DEPUTY, led(replied=True), "county_editor", note="replied"),
    page("detail", DEPUTY, led(not_accepted=True), "county_editor", note="not accepted"),
    page("detail", DEPUTY, own_wish, "county_editor", note="to withdraw"),
    *act("edit", DEPUTY, led(), typed),
    *act("edit", SECRETARY, entered, typed),
    press("autosave", DEPUTY, led(), data=typed, text="saved_at"),
    *act("submit", DEPUTY, led(), nothing),
    *act("submit", SECRETARY, entered, nothing),
    page("discard", DEPUTY, led(), CHAIR),
    press("discard", DEPUTY, led(), text="草稿已删除"),
    *act("cosigners", DEPUTY, with_colleague, colleague),
    *act("paper_signers", SECRETARY, entered_with_colleague, colleague),
    *act("cosign", DEPUTY, asked, lambda record: {"answer": "confirmed", "edition": 0}),
    press("to_desk", DEPUTY, led(awaiting_cosigners=True)),
    *act("withdraw", DEPUTY, led(submitted=True), lambda _: {"reason": "问题已经解决。"}),
    press("keep", DEPUTY, own_wish),
    *act("agree", DEPUTY, to_withdraw, nothing),
    *act("consent", DEPUTY, led(submitted=True), lambda _: {"consent": "title_only"}),
    press(
        "attach",
        DEPUTY,
        led(),
        data=lambda _: {"photos": SimpleUploadedFile("现场.png", PNG)},
        text="现场.png",
    ),
    page(
        "file",
        DEPUTY,
        with_file,
        "county_editor",
        kwargs=of_file,
        text="望江",
        reads=text_of,
        picture=False,
    ),
    press("remove_file", DEPUTY, with_file, kwargs=of_file),
)
