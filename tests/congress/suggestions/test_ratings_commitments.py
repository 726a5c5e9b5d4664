"""A promise comes back until it is kept."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from congress.audit.models import Entry
from congress.suggestions import actions
from congress.suggestions.models import Commitment
from tests.factories.suggestions import SuggestionFactory, officer_of, presidium_of
from tests.routes.table import sheet_text

LIST = "suggestions:commitments"


@pytest.fixture
def promise(world) -> Commitment:
    world.user("unit_officer")
    return SuggestionFactory(congress=world.township, promised=True).commitments.get()


def press(client: Any, name: str, promise: Commitment, **data: Any) -> Any:
    return client.post(reverse(f"suggestions:{name}", args=[promise.pk]), data)


def test_reported_looked_at_sent_back_and_kept(promise, client_as):
    unit, office = client_as("unit_officer"), client_as("secretary")
    for _press in range(2):
        press(unit, "progress", promise, text="已完成测量。")
    assert press(unit, "report_kept", promise, text="").status_code == 200
    press(unit, "report_kept", promise, text="已修好。")
    assert press(unit, "confirm_kept", promise, text="看过。").status_code == 403
    press(office, "not_kept", promise, text="还差一段。")
    press(unit, "report_kept", promise, text="全部修好。")
    for _press in range(2):
        press(office, "confirm_kept", promise, text="看过，修好了。")
    promise.refresh_from_db()
    assert (promise.state, promise.kept_on) == ("kept", timezone.localdate())
    kinds = promise.reports.values_list("kind", flat=True)
    assert list(kinds) == ["progress", "kept", "not_kept", "kept", "confirmed"]
    acts = Entry.objects.filter(kind="commitment", to_state="kept").count()
    assert (acts, press(office, "reopen_commitment", promise, reason="x").status_code) == (1, 403)
    press(client_as("chair"), "reopen_commitment", promise, reason="又坏了。")
    promise.refresh_from_db()
    assert (promise.state, promise.kept_on) == ("open", None)


def test_promised_for_later_keeps_the_first_day(promise, client_as):
    first, unit = promise.promised_on, client_as("unit_officer")
    press(unit, "later", promise, text="雨季。", promised_on=first)
    promise.refresh_from_db()
    assert promise.promised_on == first
    later = first + timedelta(days=40)
    for _press in range(2):
        press(unit, "later", promise, text="雨季。", promised_on=later)
    promise.refresh_from_db()
    assert (promise.promised_on, promise.first_promised_on) == (later, first)
    assert promise.reports.count() == 1


def test_a_year_beyond_reason_is_no_promise(promise, client_as):
    shown = press(client_as("unit_officer"), "later", promise, promised_on="9999-12-31", text="缓")
    assert list(shown.context["form"].errors) == ["promised_on"]
    promise.refresh_from_db()
    assert promise.promised_on == promise.first_promised_on


def test_the_list_filters_and_so_does_its_excel(promise, client_as, world):
    client, url = client_as("secretary"), reverse(LIST)

    def number(**query: Any) -> int:
        return len(client.get(url, query).context["rows"])

    assert (number(), number(standing="late"), number(standing="later")) == (1, 0, 1)
    Commitment.objects.update(promised_on=world.today - timedelta(days=1))
    assert (number(standing="late"), number(q="石桥村"), number(q="没有这个")) == (1, 1, 0)
    assert (number(unit=promise.reply.assignment.unit_id), number(standing="kept")) == (1, 0)
    excel = reverse("suggestions:promises_excel")
    assert promise.text in sheet_text(client.get(excel, {"standing": "late"}))
    assert promise.text not in sheet_text(client.get(excel, {"standing": "kept"}))


def test_another_unit_and_another_township_see_nothing(promise, client_as):
    url = reverse("suggestions:commitment", args=[promise.pk])
    for role, place in (("unit_officer", "other"), ("secretary", "other"), ("chair", "foreign")):
        client = client_as(role, place)
        assert (client.get(url).status_code, len(client.get(reverse(LIST)).context["rows"])) == (
            404,
            0,
        )


def test_a_late_promise_stands_on_today_for_the_unit_and_the_office(promise, client_as, world):
    Commitment.objects.update(promised_on=world.today - timedelta(days=3))
    today = reverse("overview:today")
    for role in ("unit_officer", "secretary", "chair"):
        assert promise.text in client_as(role).get(today).content.decode()
    by = officer_of(promise.reply.assignment)
    actions.report_kept(promise, text="修好了。", by=by, at=timezone.now())
    assert promise.text not in client_as("unit_officer").get(today).content.decode()
    page = client_as("secretary").get(today).content.decode()
    assert reverse("suggestions:commitment", args=[promise.pk]) in page
    by = presidium_of(promise.suggestion)
    actions.confirm_kept(promise, text="看过。", by=by, at=timezone.now())
    assert promise.text not in client_as("secretary").get(today).content.decode()


def test_the_crumbs_lead_a_reader_to_a_page_of_theirs(world, client_as):
    """A deputy has no list of promises."""
    lead = world.user("deputy").mandates.get()
    SuggestionFactory(congress=world.township, lead=lead, promised=True)
    page = reverse("suggestions:commitment", args=[Commitment.objects.get().pk])
    listed = f'href="{reverse("suggestions:commitments")}"'
    assert listed not in client_as("deputy").get(page).content.decode()
    assert listed in client_as("chair").get(page).content.decode()
