"""How long the file of an import waits."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.storage import storages
from django.utils import timezone

from congress.organisations.deposits import FOLDER
from tests.congress.organisations.importing.test_presses import ROWS, UPLOAD, preview_of


def waiting() -> set[str]:
    return set(storages["private"].listdir(FOLDER)[1])


def test_the_workbook_goes_with_the_confirmation_and_the_result_stays(client_as):
    client = client_as("county_admin")
    url = preview_of(client)
    client.post(url)
    token = url.strip("/").rpartition("/")[2].replace("-", "")
    assert not any(name == f"{token}.xlsx" for name in waiting())
    again = client.post(url, follow=True)
    assert (again.redirect_chain, again.context["totals"]["created"]) == ([(url, 302)], ROWS)


@pytest.mark.parametrize("page", ["upload", "preview"])
def test_a_workbook_waits_two_hours(client_as, page):
    client = client_as("county_admin")
    url = preview_of(client)
    old = (timezone.now() - timedelta(hours=2, minutes=1)).timestamp()
    stale = {name for name in waiting() if name.endswith(".xlsx")}
    for name in stale:
        os.utime(Path(storages["private"].path(f"{FOLDER}/{name}")), (old, old))
    client.get(UPLOAD if page == "upload" else url)
    assert waiting().isdisjoint(stale)
    answer = client.post(url, follow=True)
    assert answer.redirect_chain[0] == (UPLOAD, 302)
    assert "文件已不在这里" in answer.content.decode()
