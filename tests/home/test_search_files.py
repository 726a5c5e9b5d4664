"""Words in attached files: found, current, and hidden from whoever may not read the file."""

from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.utils import timezone
from wagtail.documents.models import Document

from congress.information import actions
from congress.information.models import AttachmentReading, Item
from home.models import DocumentReading, Section
from tests.factories.home import make_news
from tests.factories.information import RETURN, ItemFactory, actor_of
from tests.home.test_search import counts, found
from tests.papers import pdf_file, word_file
from tests.routes.world import World


def attach(item: Item, content: bytes, name: str, django_capture) -> None:
    upload = SimpleUploadedFile(name, content)
    with django_capture(execute=True):
        actions.attach_file(
            item, upload, by=actor_of("secretary", item.organisation), at=timezone.now()
        )


@pytest.fixture
def attached(site: World, django_capture_on_commit_callbacks) -> Item:
    """A draft with one file of each kind."""
    item = ItemFactory(organisation=site.township)
    for name, content in (("附表.docx", word_file("农村饮水")), ("图.pdf", pdf_file("饮水"))):
        attach(item, content, name, django_capture_on_commit_callbacks)
    return item


def test_files_of_a_draft_are_the_townships(attached: Item, client_as):
    assert sorted(found(client_as("secretary"))["file"]) == ["图.pdf", "附表.docx"]
    for role, place in (("county_editor", "home"), ("secretary", "other"), ("deputy", "home")):
        assert counts(client_as(role, place)) == {}


def test_files_handed_in_are_the_countys_too(attached: Item, client_as):
    by, at = actor_of("secretary", attached.organisation), timezone.now()
    actions.submit_item(attached, by=by, at=at)
    assert len(found(client_as("county_editor"))["file"]) == 2
    for role, place in (("county_editor", "foreign"), ("secretary", "other"), ("auditor", "home")):
        assert counts(client_as(role, place)) == {}
    actions.withdraw_item(attached, by=by, at=at)
    assert counts(client_as("county_editor")) == {}
    assert len(found(client_as("secretary"))["file"]) == 2


def test_a_file_added_to_a_returned_item_waits_for_its_round(
    site: World, client_as, django_capture_on_commit_callbacks
):
    item = ItemFactory(organisation=site.township, returned=True)
    attach(item, word_file("饮水"), "补充.docx", django_capture_on_commit_callbacks)
    assert counts(client_as("county_editor")) == {}
    actions.submit_item(item, by=actor_of("secretary", site.township), at=timezone.now())
    assert found(client_as("county_editor")) == {"file": ["补充.docx"]}
    editor = actor_of("county_editor", site.county)
    actions.return_item(item, **RETURN, by=editor, at=timezone.now())
    assert found(client_as("county_editor")) == {"file": ["补充.docx"]}


def test_a_removed_file_is_forgotten(attached: Item, client_as):
    by, at = actor_of("secretary", attached.organisation), timezone.now()
    for attachment in attached.attachments.all():
        actions.remove_file(attachment, by=by, at=at)
    assert counts(client_as("secretary")) == {}
    assert AttachmentReading.objects.count() == 0


def test_a_broken_file_is_found_by_its_name(
    site: World, client_as, django_capture_on_commit_callbacks
):
    item = ItemFactory(organisation=site.township)
    attach(item, b"%PDF-1.4 broken", "饮水台账.pdf", django_capture_on_commit_callbacks)
    assert found(client_as("secretary")) == {"file": ["饮水台账.pdf"]}
    assert AttachmentReading.objects.get().text == ""


def document(site: World, capture) -> Document:
    collection = Section.objects.get(organisation=site.county).collection
    file = ContentFile(word_file("农村饮水"), name="plan.docx")
    with capture(execute=True):
        return Document.objects.create(title="工作要点", file=file, collection=collection)


def test_a_page_is_found_by_its_document(site, client, django_capture_on_commit_callbacks):
    shown = document(site, django_capture_on_commit_callbacks)
    make_news(site.county, title="附件一", body=[("document", shown)])
    make_news(site.county, title="附件二", body=[("document", shown)], draft=True)
    assert found(client) == {"news": ["附件一"]}
    assert "农村<mark>饮水</mark>" in client.get("/search/?q=饮水").content.decode()


def test_a_document_nobody_shows_is_not_found(site, client, django_capture_on_commit_callbacks):
    document(site, django_capture_on_commit_callbacks)
    assert counts(client) == {}


def test_files_are_read_again_by_a_command(attached: Item, site: World, client_as):
    shown = Document.objects.create(
        title="工作要点",
        file=ContentFile(word_file("农村饮水"), name="plan.docx"),
        collection=Section.objects.get(organisation=site.county).collection,
    )
    make_news(site.county, title="附件一", body=[("document", shown)])
    AttachmentReading.objects.all().delete()
    answer = StringIO()
    call_command("read_files", missing=True, stdout=answer)
    assert answer.getvalue() == "已读取 3 个文件，其中 0 个没有文字。\n"
    assert DocumentReading.objects.get().text == "农村饮水"
    assert found(client_as("secretary"))["news"] == ["附件一"]
    answer = StringIO()
    call_command("read_files", missing=True, stdout=answer)
    assert answer.getvalue() == "已读取 0 个文件，其中 0 个没有文字。\n"


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("role", "queries"), [("secretary", 33)])
def test_files_cost_no_questions(
    role,
    queries,
    number,
    site,
    client_as,
    django_capture_on_commit_callbacks,
    django_assert_num_queries,
):
    shown = document(site, django_capture_on_commit_callbacks)
    for index in range(number):
        make_news(site.county, title=f"{index}", body=[("document", shown)])
        item = ItemFactory(organisation=site.township)
        attach(item, word_file("饮水"), "a.docx", django_capture_on_commit_callbacks)
    client = client_as(role)
    client.get("/search/?q=饮水")
    with django_assert_num_queries(queries):
        assert len(found(client)["file"]) == number
