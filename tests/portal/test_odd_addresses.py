"""An address that names what no database can hold is not there, and no fault."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.home import opened

BEYOND = 10**25
KEYS = [
    ("secretary", "home:news_edit", "get"),
    ("secretary", "home:news_edit", "post"),
    ("secretary", "home:news_autosave", "post"),
    ("secretary", "home:study_office_page", "get"),
    ("deputy", "home:study_learn", "post"),
    ("deputy", "home:study_unlearn", "post"),
]


@pytest.mark.parametrize("path", ["/rss/%00/", "/l/%00/", "/g/%00/", "/%00/", "/documents/1/%00"])
def test_nul(world, path):
    opened(world.county)
    answers = [Client().get(path), Client().post(path, {"name": "张", "digits": "1234"})]
    assert [answer.status_code for answer in answers] == [404, 404]


@pytest.mark.parametrize(("role", "name", "method"), KEYS)
def test_keys_beyond_the_database(client_as, role, name, method):
    path = reverse(name, args=[1]).replace("/1/", f"/{BEYOND}/")
    assert getattr(client_as(role), method)(path).status_code == 404
