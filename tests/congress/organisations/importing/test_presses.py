"""The confirmation is pressed more than once: one import, and everybody sees its result."""

import multiprocessing

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from congress.organisations.models import User
from tests.congress.organisations.test_post_race import database_for_others
from tests.workbooks import workbook

UPLOAD = "/work/county/mandates/import/"
PRESSES, ROWS = 3, 11
FORK = multiprocessing.get_context("fork")


def preview_of(client: Client) -> str:
    rows = [
        [f"万里{numeral}", f"138000000{n:02}"] for n, numeral in enumerate("一二三四五六七八九十百")
    ]
    file = workbook({"石桥镇": [["石桥镇第十九届代表名册"], ["姓名", "手机"], *rows]})
    return client.post(UPLOAD, {"file": SimpleUploadedFile("名册.xlsx", file.getvalue())}).url


def press(name: str, client: Client, url: str, barrier, lines) -> None:
    connection.settings_dict["NAME"] = name
    connection.connection = None
    barrier.wait(60)
    page = client.post(url, follow=True)
    lines.put((page.redirect_chain[0][0], page.context["totals"]["created"]))


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_every_press_ends_on_the_true_result(client_as, tmp_path):
    client = client_as("county_admin")
    url = preview_of(client)
    name = database_for_others(tmp_path)
    if connection.vendor != "sqlite":
        connection.close()
    barrier, lines = FORK.Barrier(PRESSES), FORK.Queue()
    workers = [
        FORK.Process(target=press, args=(name, client, url, barrier, lines)) for _ in range(PRESSES)
    ]
    for worker in workers:
        worker.start()
    seen = [lines.get(timeout=60) for _ in workers]
    for worker in workers:
        worker.join()
    assert seen == [(url, ROWS)] * PRESSES
    if connection.vendor != "sqlite":
        assert User.objects.filter(name__startswith="万里").count() == ROWS
