"""One row and three rows cost the same number of questions."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from congress.notices import actions
from congress.notices.models import Notice
from congress.notices.models.ledger import Recipient
from tests.factories.notices import NoticeFactory, deputies, self_of
from tests.routes.table import content
from tests.routes.world import World


def asked(client: Client, url: str) -> None:
    response = client.get(url)
    assert response.status_code == 200
    content(response)


def notices(world: World, number: int) -> Notice:
    """So many notices in each state, with so many people in the ledger of each."""
    world.user("deputy")
    deputies(world.township, number)
    for _ in range(number):
        at = world.at - timedelta(minutes=5)
        NoticeFactory(organisation=world.township, at=at, awaiting_signature=True)
        NoticeFactory(organisation=world.township, at=at, signed=True)
        sent = NoticeFactory(organisation=world.township, at=at, sent=True)
    for row in Recipient.objects.filter(notice=sent).select_related("notice", "user", "seat")[1:]:
        actions.answer_attendance(
            row, answer="leave", reason="公务", sequence=0, by=self_of(row), at=world.at
        )
    return sent


LISTS = {
    ("notices:list", "secretary"): 15,
    ("notices:list", "deputy"): 10,
    ("notices:export", "secretary"): 5,
    ("overview:today", "chair"): 33,
    ("overview:today", "secretary"): 32,
    ("overview:today", "deputy"): 14,
}
PAGES = {
    ("detail", "secretary"): 20,
    ("detail", "chair"): 21,
    ("reply", "deputy"): 13,
    ("rest", "secretary"): 17,
    ("sheet", "secretary"): 14,
    ("sheet_export", "secretary"): 6,
    ("ledger_export", "secretary"): 7,
}


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("page", "role"), LISTS)
def test_a_list(page, role, number, world: World, client_as, django_assert_num_queries):
    notices(world, number)
    client, url = client_as(role), reverse(page)
    asked(client, url)
    with django_assert_num_queries(LISTS[page, role]):
        asked(client, url)


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("page", "role"), PAGES)
def test_a_ledger(page, role, number, world: World, client_as, django_assert_num_queries):
    notice = notices(world, number)
    client, url = client_as(role), reverse(f"notices:{page}", args=[notice.pk])
    asked(client, url)
    with django_assert_num_queries(PAGES[page, role]):
        asked(client, url)
