"""The routes of the ledger: who is left, one person's row, the papers, the person's own page."""

from datetime import timedelta
from typing import Any

from django.test import override_settings

from congress.notices import actions
from congress.notices.models import Notice, Recipient
from congress.notifications.models import PersonalLink
from congress.organisations.roles import CHAIR, COUNTY_EDITOR, COUNTY_SUPERVISOR, DEPUTY, SECRETARY
from tests.factories.notices import self_of, writer_of
from tests.factories.organisations import ContactPhoneFactory
from tests.routes.notices import TITLE, act, excel, ics_text, made, nothing, of_county, page, press
from tests.routes.table import PUBLIC, Route, sheet_text
from tests.routes.world import World


def row(**traits: Any) -> Any:
    """The deputy's row of a notice that was sent."""

    def make(world: World) -> Recipient:
        notice = made(**{"sent": True} | traits)(world)
        user = world.user(DEPUTY)
        return notice.recipients.select_related("notice", "user", "seat").get(user=user)

    return make


def county_row(world: World) -> Recipient:
    made_row = of_county(sent=True)(world).recipients.select_related("notice", "user", "seat").get()
    return _asks_leave(made_row, world)


def _asks_leave(made_row: Recipient, world: World) -> Recipient:
    actions.answer_attendance(
        made_row, answer="leave", reason="公务", sequence=0, by=self_of(made_row), at=world.at
    )
    return made_row


def on_leave(world: World) -> Recipient:
    return _asks_leave(row()(world), world)


def told(world: World) -> Recipient:
    made_row = row()(world)
    return actions.record_phone_call(
        made_row, result="本人接听", by=writer_of(made_row.notice), at=world.at
    )


def on_the_day(world: World) -> Recipient:
    """The meeting began an hour ago."""
    at = world.at - timedelta(days=2)
    return row(at=at, meeting_at=world.at - timedelta(hours=1))(world)


def checked_in(world: World) -> Recipient:
    made_row = on_the_day(world)
    return actions.check_in(made_row, by=writer_of(made_row.notice), at=world.at)


def of_row(made_row: Recipient) -> dict[str, Any]:
    return {"pk": made_row.notice_id, "row": made_row.pk}


def by_group(world: World) -> Notice:
    """The deputy 望江 with a number that ends in 1234."""
    user = world.user(DEPUTY)
    user.name = "望江"
    user.save()
    ContactPhoneFactory(user=user, number="13900001234")
    return made(sent=True)(world)


def by_token(notice: Notice) -> dict[str, Any]:
    return {"token": notice.group_token}


def by_link(world: World) -> PersonalLink:
    notice = made(sent=True)(world)
    return PersonalLink.objects.for_record(notice, "notice").get(user=world.user(DEPUTY))


def token_of(link: PersonalLink) -> dict[str, Any]:
    return {"token": link.token}


def person(name: str, make: Any, wrong: str = CHAIR, **fields: Any) -> Route:
    fields = {"kwargs": of_row, "role": SECRETARY} | fields
    return press(name, fields.pop("role"), make, wrong, **fields)


def going_out(world: World) -> Notice:
    """Sent while an operator of SMS is configured, which is asked nothing here."""
    with override_settings(SMS_URL="http://127.0.0.1:9/send?to={phone}&text={text}"):
        return made(sent=True)(world)


ROUTES = (
    page("rest", SECRETARY, made(sent=True), CHAIR),
    *act("progress", CHAIR, going_out, DEPUTY, nothing),
    press("remind", SECRETARY, made(sent=True), CHAIR),
    press("carrier", SECRETARY, made(sent=True), CHAIR, reads=sheet_text),
    page("group_text", SECRETARY, made(sent=True), CHAIR),
    page("sheet", SECRETARY, made(sent=True)),
    excel("sheet_export", SECRETARY, made(sent=True)),
    excel("ledger_export", SECRETARY, made(sent=True)),
    page("calendar", DEPUTY, made(sent=True), "unit_officer", reads=ics_text, picture=False),
    page("person", SECRETARY, row(), CHAIR, kwargs=of_row),
    person("text_sent", row()),
    person("call", row(), data=lambda _: {"result": "本人接听，同意参加"}),
    person("undo_call", told),
    person("behalf", row(), data=lambda _: {"answer": "attend", "sequence": 0}),
    person("grant_leave", on_leave, SECRETARY, role=CHAIR, data=lambda _: {"back": "notice"}),
    person(
        "grant_leave",
        county_row,
        COUNTY_EDITOR,
        role=COUNTY_SUPERVISOR,
        data=lambda _: {"back": "notice"},
    ),
    person("refuse_leave", on_leave, SECRETARY, role=CHAIR, data=lambda _: {"back": "notice"}),
    person("check_in", on_the_day, data=lambda _: {"back": "sheet"}),
    person("undo_check_in", checked_in, data=lambda _: {"back": "sheet"}),
    page("reply", DEPUTY, made(sent=True), "unit_officer"),
    page("reply", DEPUTY, made(moved=True), "unit_officer", note="moved"),
    page("reply", DEPUTY, made(cancelled=True), "unit_officer", note="cancelled"),
    page("reply", DEPUTY, made(sent=True), "unit_officer", query="?leave=1"),
    page(
        "reply",
        DEPUTY,
        made(sent=True),
        "unit_officer",
        method="POST",
        data=lambda _: {"answer": "attend", "sequence": 0},
    ),
    Route("group:enter", role=PUBLIC, make=by_group, kwargs=by_token, text="查看通知"),
    Route(
        "group:enter",
        role=PUBLIC,
        method="POST",
        make=by_group,
        kwargs=by_token,
        data=lambda _: {"name": "望江", "digits": "1234"},
        text=TITLE,
    ),
    Route(
        "notifications:link", role=PUBLIC, make=by_link, kwargs=token_of, text=TITLE, note="notice"
    ),
)
