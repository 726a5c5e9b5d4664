"""Notices in the search: found by its office from the draft on, by its ledger once it is sent."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.utils import timezone

from congress.notices import actions
from congress.notices.models import Notice, NoticeFileReading
from tests.factories.notices import NoticeFactory, cancel, move, send, sign, submit, writer_of
from tests.factories.organisations import DeputyFactory
from tests.home.test_search import counts, found
from tests.papers import pdf_file, word_file
from tests.routes.world import World

TITLE, FILE = "视察农村饮水工程", "饮水台账.docx"
BOTH = {"notice": [TITLE], "noticefile": [FILE]}
OWN = [("secretary", "home"), ("chair", "home")]
OTHERS = [
    ("secretary", "other"),
    ("chair", "other"),
    ("secretary", "foreign"),
    ("county_editor", "home"),
    ("county_supervisor", "home"),
    ("county_editor", "foreign"),
    ("auditor", "home"),
    ("unit_officer", "home"),
]


@pytest.fixture
def notice(site: World, django_capture_on_commit_callbacks) -> Notice:
    """A draft to the township's one deputy, with a file."""
    site.user("deputy")
    made = NoticeFactory(organisation=site.township, at=site.at, people=0, title=TITLE)
    attach(made, word_file("农村饮水"), FILE, django_capture_on_commit_callbacks)
    return made


def attach(notice: Notice, content: bytes, name: str, capture) -> None:
    with capture(execute=True):
        upload = SimpleUploadedFile(name, content)
        actions.attach_file(notice, upload, by=writer_of(notice), at=timezone.now())


@pytest.mark.parametrize("step", [None, submit, sign, send, cancel])
def test_its_own_office_finds_it(step, notice, site, client_as):
    if step:
        step(notice, site.at)
    for who in OWN:
        assert found(client_as(*who)) == BOTH


@pytest.mark.parametrize("step", [None, submit, sign, send, cancel])
@pytest.mark.parametrize("who", OTHERS, ids="-".join)
def test_others_find_and_count_nothing(step, who, notice, site, client_as):
    if step:
        step(notice, site.at)
    assert counts(client_as(*who)) == {}


def test_a_stranger_finds_nothing(notice, site, client):
    send(notice, site.at)
    assert counts(client) == {}


@pytest.mark.parametrize(("step", "expected"), [(None, {}), (sign, {}), (send, BOTH)])
def test_who_is_invited_finds_it_when_it_is_sent(step, expected, notice, site, client_as):
    if step:
        step(notice, site.at)
    assert found(client_as("deputy")) == expected


def test_a_deputy_who_came_later_finds_nothing(notice, site, client):
    send(notice, site.at)
    late = DeputyFactory(term=site.term).user
    client.force_login(late)
    assert counts(client) == {}


@pytest.mark.parametrize("field", ["title", "body", "place"])
def test_each_of_its_texts_is_found(field, site, client_as):
    NoticeFactory(organisation=site.township, at=site.at, **{"title": "会议", field: "农村饮水站"})
    assert len(found(client_as("secretary"))["notice"]) == 1


def test_its_number_is_found(notice, site, client_as):
    send(notice, site.at)
    number = Notice.objects.get().reference
    assert found(client_as("deputy"), q=number) == {"notice": [TITLE]}


def test_a_moved_meeting_is_found_by_its_new_place(notice, site, client_as):
    move(notice, site.at)
    assert found(client_as("deputy"), q="镇政府三楼") == {"notice": [TITLE]}


def test_a_removed_file_is_forgotten(notice, site, client_as):
    actions.remove_file(notice.files.get(), by=writer_of(notice), at=site.at)
    assert found(client_as("secretary")) == {"notice": [TITLE]}
    assert NoticeFileReading.objects.count() == 0


def test_files_are_read_again_by_the_command(notice, site, client_as):
    NoticeFileReading.objects.all().delete()
    call_command("read_files", missing=True, verbosity=0)
    assert NoticeFileReading.objects.get().text == "农村饮水"


def test_the_rebuilt_index_finds_it(notice, site, client_as):
    call_command("update_index", verbosity=0)
    assert found(client_as("secretary")) == BOTH


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("role", "queries"), [("deputy", 27), ("secretary", 31)])
def test_hits_cost_no_questions(
    role,
    queries,
    number,
    site,
    client_as,
    django_capture_on_commit_callbacks,
    django_assert_num_queries,
):
    site.user("deputy")
    for index in range(number):
        notice = NoticeFactory(
            organisation=site.township, at=site.at, people=0, title=f"{index}饮水"
        )
        attach(notice, pdf_file("饮水"), f"{index}.pdf", django_capture_on_commit_callbacks)
        send(notice, site.at)
    client = client_as(role)
    client.get("/search/?q=饮水")
    with django_assert_num_queries(queries):
        assert len(found(client)["noticefile"]) == number
