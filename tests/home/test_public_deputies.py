"""The public files of deputies: what the law wants published, nothing by which they are reached."""

from datetime import timedelta

import pytest
from django.test import Client

from congress.notices import actions as notices
from congress.organisations.models import ContactPhone, Deputy
from congress.suggestions import actions
from tests.factories.notices import NoticeFactory, send, writer_of
from tests.factories.organisations import DeputyFactory
from tests.factories.publishing import TITLE, published_suggestion
from tests.factories.suggestions import SuggestionFactory, presidium_of
from tests.routes.world import World


@pytest.fixture
def deputy(site: World) -> Deputy:
    made = DeputyFactory(term=site.term, certificate_no="证0127", occupation="青龙村村民")
    ContactPhone.objects.create(user=made.user, number="13800000012")
    return made


def page_of(deputy: Deputy) -> str:
    return f"/deputies/{deputy.pk}/"


def text_of(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


def names(client: Client, place: int | str = "") -> list[str]:
    groups = client.get("/deputies/", {"place": place}).context["groups"]
    return [deputy.user.name for _, members in groups for deputy in members]


def test_name_constituency_group_and_term(site: World, deputy: Deputy, client: Client):
    deputy.constituency = site.township.constituencies.create(name="第三选区")
    deputy.group = site.township.deputy_groups.create(name="青龙代表小组")
    deputy.save()
    text = text_of(client, page_of(deputy))
    for words in (deputy.user.name, "第三选区", "青龙代表小组", "第19届", "石桥镇人大代表"):
        assert words in text
    whole = text + text_of(client, "/deputies/")
    for words in ("13800000012", "证0127", "青龙村村民"):
        assert words not in whole


def test_what_was_led_and_signed(site: World, deputy: Deputy, client: Client):
    shown = published_suggestion(site.township, site.at, lead=deputy)
    hidden = published_suggestion(
        site.township, site.at, lead=deputy, title="只公开标题的", consent="title_only"
    )
    SuggestionFactory(congress=site.township, lead=deputy, title="没有公开的", registered=True)
    SuggestionFactory(congress=site.township, lead=deputy, title="草稿")
    SuggestionFactory(congress=site.township, lead=deputy, title="撤回的", withdrawn=True)
    answer = client.get(page_of(deputy))
    file = answer.context["file"]
    assert (file.led, file.cosigned) == (3, 0)
    assert file.published == [shown]
    text = answer.content.decode()
    assert f"/suggestions/{shown.pk}/" in text
    for words in (hidden.title, "没有公开的", "草稿", "撤回的"):
        assert words not in text
    by = presidium_of(shown)
    actions.unpublish_suggestion(shown, reason="有误", by=by, at=site.at)
    assert TITLE not in text_of(client, page_of(deputy))


def test_an_ended_mandate_leaves_the_list_at_once(site: World, deputy: Deputy, client: Client):
    assert deputy.user.name in names(client)
    deputy.ends_on = site.today
    deputy.save()
    assert names(client) == []
    assert client.get(page_of(deputy)).status_code == 404


def test_a_list_for_each_congress(site: World, deputy: Deputy, client: Client):
    other = DeputyFactory(term=site.term_of(site.other))
    DeputyFactory(term=site.term_of(site.foreign_township))
    pills = client.get("/deputies/").context["pills"]
    assert [(pill.label, pill.count) for pill in pills] == [("石桥镇", 1), ("云坪镇", 1)]
    assert names(client, site.other.pk) == [other.user.name]
    for place in ("", "x", site.foreign_township.pk):
        assert names(client, place) == [deputy.user.name]


def test_attendance_is_of_meetings_whose_attendance_was_noted(
    site: World, deputy: Deputy, client: Client
):
    came, noted, later = (
        NoticeFactory(organisation=site.township, at=site.at, people=0) for _ in range(3)
    )
    for notice in (came, noted, later):
        send(notice, site.at)
    for notice, days in ((came, 3), (noted, 2), (later, -2)):
        at = site.at - timedelta(days=days)
        type(notice).objects.filter(pk=notice.pk).update(meeting_at=at)
        notice.refresh_from_db()
    assert client.get(page_of(deputy)).context["file"].attendance.invited == 0
    row = came.recipients.get(user=deputy.user)
    notices.check_in(row, by=writer_of(came), at=site.at)
    found = client.get(page_of(deputy)).context["file"].attendance
    assert (found.invited, found.came, found.leave, found.absent) == (1, 1, 0, 0)


@pytest.mark.parametrize("number", [1, 3])
def test_questions(number, site: World, client: Client, django_assert_num_queries):
    made = [DeputyFactory(term=site.term) for _ in range(number)]
    for _ in range(number):
        published_suggestion(site.township, site.at, lead=made[0])
    client.get("/deputies/")
    with django_assert_num_queries(9):
        assert len(names(client)) == number
    with django_assert_num_queries(10):
        assert len(client.get(page_of(made[0])).context["file"].published) == number


def test_a_thousand_on_pages(site: World, client: Client):
    first = DeputyFactory(term=site.term)
    users = type(first.user).objects.bulk_create(
        type(first.user)(name="长" * 50, password="!") for _ in range(1000)
    )
    Deputy.objects.bulk_create(
        Deputy(user=user, congress=site.township, term=site.term, starts_on=site.long_ago)
        for user in users
    )
    assert len(names(client)) == 200
    assert client.get("/deputies/?page=6").context["page_obj"].paginator.count == 1001
