"""The routes of ratings, promises and the board."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from congress.organisations.models import Deputy
from congress.organisations.roles import (
    CHAIR,
    COUNTY_SUPERVISOR,
    DEPUTY,
    SECRETARY,
    UNIT_OFFICER,
)
from congress.suggestions import actions
from congress.suggestions.models import Commitment, Rating, Suggestion
from tests.congress.suggestions.rating_cases import cosigned, typed
from tests.factories.suggestions import (
    BAD,
    GOOD,
    SuggestionFactory,
    deputy_actor,
    officer_of,
    presidium_of,
    rate,
    release,
)
from tests.routes.table import Route, pk, sheet_text
from tests.routes.world import World

TITLE = "关于望江村灌溉渠清淤的建议"


def made(**traits: Any) -> Any:
    """A maker of a suggestion of the township's deputy."""

    def make(world: World) -> Suggestion:
        lead = Deputy.objects.filter(user=world.user(DEPUTY)).first()
        world.user(UNIT_OFFICER)
        return SuggestionFactory(congress=world.township, lead=lead, title=TITLE, **traits)

    return make


def dissatisfied(world: World) -> Rating:
    """Of a co-signer, before the chair."""
    _suggestion, _lead, second = cosigned(world.township, title=TITLE)
    by = deputy_actor(second.deputy)
    return actions.rate(second, **BAD, comment="没有解决。", by=by, at=timezone.now())


def rated(world: World) -> Suggestion:
    suggestion, lead, _second = cosigned(world.township, title=TITLE)
    actions.rate(lead, **GOOD, by=deputy_actor(lead.deputy), at=timezone.now())
    return suggestion


def twice(world: World) -> Suggestion:
    """Dissatisfied after the second round."""
    suggestion = made(rehandling=True)(world)
    release(suggestion, timezone.now())
    rate(Suggestion.objects.get(pk=suggestion.pk), timezone.now(), **BAD)
    return suggestion


def overdue_for_closing(world: World) -> Suggestion:
    """Everybody has rated, and the presidium opened it again."""
    suggestion = made(closed=True)(world)
    by = presidium_of(suggestion)
    return actions.reopen_suggestion(suggestion, reason="复核。", by=by, at=timezone.now())


def promised(world: World) -> Commitment:
    suggestion = made(promised=True)(world)
    commitment = suggestion.commitments.get()
    part = commitment.reply.assignment
    text = "已完成前期测量。"
    return actions.report_progress(commitment, text=text, by=officer_of(part), at=timezone.now())


def reported(world: World) -> Commitment:
    commitment = promised(world)
    by = officer_of(commitment.reply.assignment)
    return actions.report_kept(commitment, text="已修好。", by=by, at=timezone.now())


def kept(world: World) -> Commitment:
    commitment = reported(world)
    by = presidium_of(commitment.suggestion)
    return actions.confirm_kept(commitment, text="看过，修好了。", by=by, at=timezone.now())


def of_rating(rating: Rating) -> dict[str, Any]:
    return {"pk": rating.suggestion_id, "rating": rating.pk}


def slip(suggestion: Suggestion) -> dict[str, Any]:
    row = suggestion.signatories.get(part="lead")
    upload = SimpleUploadedFile("测评表.pdf", b"%PDF-1.4 slip")
    return typed() | {"signatory": row.pk, "scan": upload}


def study(_: Any) -> dict[str, Any]:
    return {"day": timezone.localdate(), "people_present": "主席、代表", "outcome": "明年修。"}


def words(**fields: str) -> Any:
    return lambda _: fields


def later(commitment: Commitment) -> dict[str, Any]:
    day = commitment.promised_on.replace(year=commitment.promised_on.year + 1, day=1)
    return {"text": "雨季不能施工。", "promised_on": day}


def page(name: str, role: str, make: Any, wrong: str = "auditor", **fields: Any) -> Route:
    fields = {"kwargs": pk, "text": TITLE} | fields
    return Route(f"suggestions:{name}", role=role, make=make, wrong=wrong, **fields)


def act(name: str, role: str, make: Any, wrong: str, data: Any, **fields: Any) -> tuple[Route, ...]:
    return (
        page(name, role, make, wrong, **fields),
        page(name, role, make, wrong, method="POST", data=data, **fields),
    )


def press(name: str, role: str, make: Any, wrong: str, **fields: Any) -> Route:
    return page(name, role, make, wrong, method="POST", picture=False, **fields)


LISTED: dict[str, Any] = {"kwargs": None}
PROMISE = {"text": "年内完成学校门口一段的修缮"}
STAFF = (SECRETARY, CHAIR, COUNTY_SUPERVISOR)

ROUTES = (
    *act("rate", DEPUTY, made(replied=True), SECRETARY, lambda _: typed()),
    page("rate", DEPUTY, made(rehandling=True), SECRETARY, note="second round"),
    page("rate", DEPUTY, made(closed=True), SECRETARY, note="closed"),
    *act("slip", SECRETARY, made(replied=True), CHAIR, slip),
    *act("open_round", CHAIR, dissatisfied, SECRETARY, words(note=""), kwargs=of_rating),
    *act("no_round", CHAIR, dissatisfied, SECRETARY, words(note="已列入计划"), kwargs=of_rating),
    *act("joint_study", CHAIR, twice, SECRETARY, study),
    press("remind_to_rate", SECRETARY, rated, DEPUTY),
    press("close", SECRETARY, overdue_for_closing, DEPUTY),
    *act("reopen", CHAIR, made(closed=True), SECRETARY, words(reason="代表要求")),
    *(page("commitments", role, promised, DEPUTY, **LISTED) for role in (*STAFF, UNIT_OFFICER)),
    page("promises_excel", SECRETARY, promised, DEPUTY, reads=sheet_text, picture=False, **LISTED),
    *(page("commitment", role, promised) for role in (*STAFF, UNIT_OFFICER, DEPUTY)),
    page("commitment", SECRETARY, reported, note="reported"),
    page("commitment", CHAIR, kept, note="kept"),
    *act("progress", UNIT_OFFICER, promised, SECRETARY, words(text="已开工"), **PROMISE),
    *act("later", UNIT_OFFICER, promised, SECRETARY, later, **PROMISE),
    *act("report_kept", UNIT_OFFICER, promised, SECRETARY, words(text="已修好"), **PROMISE),
    *act("confirm_kept", SECRETARY, reported, UNIT_OFFICER, words(text="看过"), **PROMISE),
    *act("not_kept", SECRETARY, reported, UNIT_OFFICER, words(text="还差一段"), **PROMISE),
    *act("reopen_commitment", CHAIR, kept, SECRETARY, words(reason="又坏了"), **PROMISE),
    *(page("board", role, rated, DEPUTY, text="农业服务中心", **LISTED) for role in STAFF),
    *(page("board_rows", role, rated, UNIT_OFFICER, **LISTED) for role in STAFF),
    page("board_rows_excel", SECRETARY, rated, DEPUTY, reads=sheet_text, picture=False, **LISTED),
)
