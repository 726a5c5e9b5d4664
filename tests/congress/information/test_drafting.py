"""The text on the desk: versions, sittings, files."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from congress.flow.moves import NotNow
from congress.information import actions
from congress.information.actions import Conflict
from congress.information.models import Draft, Item, ItemAttachment
from congress.organisations.rules import NotAllowed
from tests.factories.information import ItemFactory, actor_of

PDF = b"%PDF-1.4"


def pdf(name: str = "a.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, PDF)


@pytest.fixture
def secretary(world):
    return actor_of("secretary", world.township)


def test_each_saving_counts_the_version_and_leaves_no_entry(world, secretary, acts_on):
    item = ItemFactory(organisation=world.township)
    for version in (0, 1):
        new = actions.save_draft(
            item, version=version, title=f"题{version}", by=secretary, at=world.at
        )
        assert new == version + 1
    found = Draft.objects.get(item=item)
    assert (found.version, found.title) == (2, "题1")
    assert Item.objects.get(pk=item.pk).title == "题1"
    assert acts_on(item) == ["create"]


def test_an_old_version_is_refused_and_told_what_stands(world, secretary):
    item = ItemFactory(organisation=world.township)
    actions.save_draft(item, version=0, title="先", by=secretary, at=world.at)
    with pytest.raises(Conflict) as conflict:
        actions.save_draft(item, version=0, title="后", by=secretary, at=world.at)
    assert (conflict.value.draft.title, conflict.value.draft.version) == ("先", 1)
    assert Draft.objects.get(item=item).title == "先"


@pytest.mark.parametrize("version", [-1, 7, 2**31, 2**63, 10**30])
def test_no_such_version_is_a_conflict(version, world, secretary):
    item = ItemFactory(organisation=world.township)
    with pytest.raises(Conflict):
        actions.save_draft(item, version=version, title="后", by=secretary, at=world.at)


def test_edited_enters_the_trail_once_a_sitting(world, secretary, acts_on):
    item = ItemFactory(organisation=world.township, at=world.at)
    for version, minutes in enumerate((0, 30, 121)):
        at = world.at + timedelta(minutes=minutes)
        actions.edit_draft(item, version=version, title="题", by=secretary, at=at)
    assert acts_on(item) == ["create", "edit", "edit"]


def test_the_text_handed_in_stands_while_it_is_mended(world, secretary):
    item = ItemFactory(organisation=world.township, returned=True, title="交上的题")
    actions.save_draft(item, version=0, title="改着的题", by=secretary, at=world.at)
    assert Item.objects.get(pk=item.pk).title == "交上的题"


def test_nobody_edits_what_is_with_the_county(world, secretary):
    item = ItemFactory(organisation=world.township, submitted=True)
    with pytest.raises(NotNow):
        actions.save_draft(item, version=0, title="后", by=secretary, at=world.at)


def test_a_draft_begins_in_ones_own_township_only(world):
    chair, other = actor_of("chair", world.township), actor_of("secretary", world.other)
    for actor in (chair, other, actor_of("county_editor", world.county)):
        with pytest.raises(NotAllowed):
            actions.create_item(world.township, by=actor, at=world.at)


def test_a_file_belongs_to_the_round_in_which_it_is_handed_in(world, secretary, acts_on):
    item = ItemFactory(organisation=world.township, at=world.at)
    first = actions.attach_file(item, pdf(), by=secretary, at=world.at)
    assert first.round_number is None
    actions.submit_item(item, by=secretary, at=world.at)
    first.refresh_from_db()
    assert (first.round_number, first.name, first.size) == (1, "a.pdf", len(PDF))
    assert acts_on(item) == ["create", "attach", "submit"]


def test_a_file_handed_in_stays(world, secretary):
    item = ItemFactory(organisation=world.township)
    file = actions.attach_file(item, pdf(), by=secretary, at=world.at)
    stale = ItemAttachment.objects.get(pk=file.pk)
    actions.submit_item(item, by=secretary, at=world.at)
    with pytest.raises(NotNow):
        actions.remove_file(stale, by=secretary, at=world.at)
    assert ItemAttachment.objects.filter(pk=file.pk).exists()


def test_a_removed_file_leaves_the_disk_when_it_is_sure(
    world, secretary, django_capture_on_commit_callbacks, acts_on
):
    item = ItemFactory(organisation=world.township)
    file = actions.attach_file(item, pdf(), by=secretary, at=world.at)
    storage, name = file.file.storage, file.file.name
    with transaction.atomic():
        actions.remove_file(file, by=secretary, at=world.at)
        transaction.set_rollback(True)
    assert storage.exists(name)
    file = ItemAttachment.objects.get(item=item)
    with django_capture_on_commit_callbacks(execute=True):
        actions.remove_file(file, by=secretary, at=world.at)
    assert not storage.exists(name)
    assert acts_on(item) == ["create", "attach", "detach"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", PDF),
        ("a.docx", b"PK\x03\x04 not a zip"),
        ("a.exe", b"MZ"),
        ("a.pdf", b""),
        ("a.png", b"\xff\xd8\xff"),
        ("a", PDF),
    ],
)
def test_a_file_that_may_not_be_attached_leaves_nothing(name, content, world, secretary, acts_on):
    item = ItemFactory(organisation=world.township)
    with pytest.raises(ValidationError) as refused:
        actions.attach_file(item, SimpleUploadedFile(name, content), by=secretary, at=world.at)
    assert len(refused.value.messages) == 1
    assert acts_on(item) == ["create"]
    assert not ItemAttachment.objects.exists()


def test_an_empty_draft_is_taken_up_again(world):
    by = world.actor("secretary")
    first = actions.begin_item(world.township, by=by, at=world.at)
    assert actions.begin_item(world.township, by=by, at=world.at) == first
    actions.edit_draft(first, version=0, title="有题目了", by=by, at=world.at)
    assert actions.begin_item(world.township, by=by, at=world.at) != first
