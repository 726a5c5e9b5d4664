"""Upload, preview, confirmation."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from congress.organisations.deposits import FOLDER
from congress.organisations.models import Deputy, Organisation, User
from tests.workbooks import ROSTER, workbook

UPLOAD = "/work/county/mandates/import/"
ROWS = [
    ["石桥镇第十九届人民代表大会代表名册"],
    ["姓名", "手机", "备注"],
    ["万里程", "13800000001"],
    ["", "13800000002"],
    ["白云飞", "1380000003"],
]


def upload(content: bytes, name: str = "名册.xlsx") -> dict:
    return {"file": SimpleUploadedFile(name, content)}


def roster() -> dict:
    return upload(workbook({"石桥镇": ROWS}).getvalue())


@pytest.fixture
def client(client_as) -> Client:
    return client_as("county_admin")


@pytest.fixture
def preview(client) -> str:
    """The address of a preview."""
    return client.post(UPLOAD, roster()).url


def waiting() -> list[str]:
    return sorted(storages["private"].listdir(FOLDER)[1])


def test_the_preview_shows_every_row_and_writes_nothing(client, preview):
    page = client.get(preview)
    shown = [(line.line.row, line.line.fate, line.line.label) for line in page.context["lines"]]
    assert shown == [(3, "created", "万里程"), (4, "refused", ""), (5, "created", "白云飞")]
    assert "姓名为空，请补填。" in page.content.decode()
    assert "尚未写入" in page.content.decode()
    assert not User.objects.filter(name="万里程").exists()


def test_rows_are_shown_by_fate(client, preview):
    assert [line.line.row for line in client.get(f"{preview}?fate=refused").context["lines"]] == [4]
    assert [line.line.row for line in client.get(f"{preview}?fate=check").context["lines"]] == [
        4,
        5,
    ]
    assert len(client.get(f"{preview}?fate=nonsense&page=x").context["lines"]) == 3


def test_the_confirmation_enters_the_rows_and_keeps_the_result(client, preview, world):
    done = client.post(preview, follow=True)
    assert done.redirect_chain == [(preview, 302)]
    assert "文件已导入" in done.content.decode()
    assert set(Deputy.objects.filter(congress=world.township).values_list("user__name")) == {
        ("万里程",),
        ("白云飞",),
    }
    token = preview.strip("/").rpartition("/")[2].replace("-", "")
    assert f"{token}.xlsx" not in waiting()
    assert f"{token}.json" in waiting()


def test_confirming_twice_enters_once(client, preview):
    client.post(preview)
    count = User.objects.count()
    again = client.post(preview, follow=True)
    assert (User.objects.count(), again.context["totals"]["created"]) == (count, 2)


def test_the_file_is_read_again_at_the_confirmation(client, preview, world):
    Organisation.objects.filter(pk=world.township.pk).update(name="改名镇", short_name="改名")
    result = client.post(preview, follow=True)
    assert result.context["totals"] == {"created": 0, "merged": 0, "unchanged": 0, "refused": 3}


def test_a_file_that_is_gone_is_asked_for_again(client, preview):
    for name in waiting():
        if name.endswith(".xlsx"):
            storages["private"].delete(f"{FOLDER}/{name}")
    answer = client.post(preview, follow=True)
    assert answer.redirect_chain[0] == (UPLOAD, 302)
    assert "文件已不在这里" in answer.content.decode()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"name,phone", "这不是Excel文件"),
        (workbook({"说明": [["请如实填写"]]}).getvalue(), "没有一个工作表有含“姓名”一栏的表头"),
        (workbook({"石桥镇": [["=HYPERLINK(1)"]]}).getvalue(), "公式"),
        (b"", "文件是空的"),
    ],
)
def test_a_refused_file_is_answered_at_its_field(client, content, words):
    page = client.post(UPLOAD, upload(content))
    assert page.status_code == 200
    assert words in str(page.context["form"].errors["file"])


def test_no_file_at_all_is_answered_at_its_field(client):
    page = client.post(UPLOAD)
    assert page.context["form"].errors["file"]


def test_only_who_brought_the_file_finds_it(client, preview, world):
    other = User.objects.create_user("second.admin", name="另一位")
    other.appointments.create(
        organisation=world.county, role="county_admin", starts_on=world.long_ago
    )
    stranger = Client()
    stranger.force_login(other)
    assert stranger.get(preview).status_code == 404
    assert stranger.post(preview).status_code == 404
    wrong_kind = reverse("information:import_items_preview", args=[preview.split("/")[-2]])
    assert client.get(wrong_kind).status_code == 404


def test_what_nobody_confirms_is_gone_after_a_day(client, preview):
    old = (timezone.now() - timedelta(hours=25)).timestamp()
    stale = waiting()
    for name in stale:
        os.utime(Path(storages["private"].path(f"{FOLDER}/{name}")), (old, old))
    client.post(UPLOAD, roster())
    assert set(waiting()).isdisjoint(stale)
    assert client.get(preview).status_code == 404


def test_the_whole_sample_goes_through_the_screen(client, world):
    page = client.post(UPLOAD, upload(ROSTER.read_bytes(), ROSTER.name), follow=True)
    assert page.context["rows"] == 659
    assert page.context["page_obj"].paginator.num_pages == 7
