"""Edits in progress, drafts and other counties do not exist for those who may not see them."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from congress.audit.models import Entry
from congress.information import actions
from congress.information.queries.count import count
from congress.information.states import ITEM
from congress.periods import month_of
from tests.factories.information import ItemFactory, actor_of
from tests.routes.table import body, sheet_text
from tests.routes.world import World

SECRET = "尚未报出的内容"
WAITS_FOR_CHAIR = str(ITEM.state("awaiting_sign_off").label)
STEPS = re.compile(r'class="step step-(\w+)"')
LISTS = (("list", body), ("export", sheet_text))


def everything_read(client: Client, item, *, search: str = "") -> str:
    """List, search, file of the list, and the item's page where it answers."""
    query = {"q": search} if search else {}
    pages = [reads(client.get(reverse(f"information:{name}"), query)) for name, reads in LISTS]
    detail = client.get(reverse("information:detail", args=[item.pk]))
    return " ".join([*pages, body(detail) if detail.status_code == 200 else ""])


@pytest.fixture
def secretary(world: World):
    return actor_of("secretary", world.township)


@pytest.mark.parametrize("role", ["county_editor", "county_supervisor"])
def test_the_county_never_reads_edits_in_progress(role, world, secretary, client_as):
    item = ItemFactory(organisation=world.township, returned=True, title="交上的题")
    text = {"title": f"题{SECRET}", "body": SECRET, "drafter": SECRET, "contact": SECRET}
    actions.edit_draft(item, version=0, **text, by=secretary, at=world.at)
    client = client_as(role)
    read = everything_read(client, item)
    assert (SECRET in read, "交上的题" in read) == (False, True)
    found = everything_read(client, item, search=SECRET).replace(f'value="{SECRET}"', "")
    assert SECRET not in found
    assert SECRET in everything_read(client_as("secretary"), item)


def test_what_waits_for_the_chair_looks_returned_to_the_county(world, client_as):
    waiting = ItemFactory(organisation=world.township, awaiting_again=True, title="甲")
    returned = ItemFactory(organisation=world.other, returned=True, title="甲")
    client = client_as("county_editor")
    for name, reads in LISTS:
        everyone = reads(client.get(reverse(f"information:{name}"), {"state": "returned"}))
        assert (waiting.reference in everyone, returned.reference in everyone) == (True, True)
        assert WAITS_FOR_CHAIR not in everyone
        hidden = client.get(reverse(f"information:{name}"), {"state": "awaiting_sign_off"})
        assert returned.reference in reads(hidden)
    pages = [
        body(client.get(reverse("information:detail", args=[item.pk])))
        for item in (waiting, returned)
    ]
    assert STEPS.findall(pages[0]) == STEPS.findall(pages[1]) == ["done", "current", "next"]
    assert WAITS_FOR_CHAIR not in pages[0]


def test_an_act_come_too_late_does_not_tell_of_the_chair(world, client_as):
    item = ItemFactory(organisation=world.township, awaiting_again=True)
    url = reverse("information:undo_return", args=[item.pk])
    answer = client_as("county_editor").post(url, {"reason": "看错了"})
    assert answer.status_code == 409
    assert "签发" not in body(answer).split("<form")[-1]
    assert "看错了" in body(answer)


def test_of_a_withdrawn_item_the_county_reads_number_and_title(world, secretary, client_as):
    fields = {"title": "撤回的题", "body": SECRET, "drafter": "钱秘", "contact": "0555-1234567"}
    item = ItemFactory(organisation=world.township, kind="opinion", **fields)
    actions.attach_file(
        item, SimpleUploadedFile("附件甲.pdf", b"%PDF-1.4"), by=secretary, at=world.at
    )
    item = actions.submit_item(item, by=secretary, at=world.at)
    editor = actor_of("county_editor", world.county)
    told = {"reason": "理由甲", "advice": "意见甲"}
    actions.return_item(item, **told, by=editor, at=world.at)
    actions.withdraw_item(item, by=secretary, at=world.at)
    hidden = (SECRET, "钱秘", "0555-1234567", "附件甲", "理由甲", "意见甲")
    read = (
        everything_read(client_as("county_editor"), item).split("<form")[0]
        + everything_read(client_as("county_editor"), item).split("</form>")[-1]
    )
    assert [word for word in hidden if word in read] == []
    assert ("撤回的题" in read, item.reference in read) == (True, True)
    own = everything_read(client_as("secretary"), item)
    assert [word for word in hidden if word not in own] == []


def test_files_follow_their_round(world, secretary, client_as):
    item = ItemFactory(organisation=world.township)
    file = actions.attach_file(
        item, SimpleUploadedFile("a.pdf", b"%PDF-1.4"), by=secretary, at=world.at
    )
    url = reverse("information:file", args=[item.pk, file.pk])

    def answers() -> list[int]:
        people = ("secretary", "home"), ("county_editor", "home"), ("secretary", "other")
        return [client_as(*person).get(url).status_code for person in people]

    assert answers() == [200, 404, 404]
    actions.submit_item(item, by=secretary, at=world.at)
    assert answers() == [200, 200, 404]
    actions.withdraw_item(item, by=secretary, at=world.at)
    assert answers() == [200, 404, 404]


def test_each_download_is_one_entry_that_is_no_step(world, secretary, client_as, acts_on):
    item = ItemFactory(organisation=world.township, adopted=False)
    file = actions.attach_file(
        item, SimpleUploadedFile("附件甲.pdf", b"%PDF-1.4"), by=secretary, at=world.at
    )
    actions.submit_item(item, by=secretary, at=world.at)
    client = client_as("county_editor")
    client.get(reverse("information:file", args=[item.pk, file.pk]))
    entry = Entry.objects.get(act="download")
    assert (entry.note, entry.user_id, entry.to_state) == (
        "附件甲.pdf",
        world.user("county_editor").pk,
        "",
    )
    assert acts_on(item) == ["create", "attach", "submit", "download"]
    other = ItemFactory(organisation=world.township, submitted=True)
    wrong = client.get(reverse("information:file", args=[other.pk, file.pk]))
    assert wrong.status_code == 404


def test_drafts_stand_in_no_figure(world):
    ItemFactory(organisation=world.township)
    ItemFactory(organisation=world.township, awaiting_sign_off=True)
    assert count(world.county, month_of(world.today)).total.submitted == 0


def test_one_county_is_invisible_to_the_other(world, client_as):
    item = ItemFactory(organisation=world.township, adopted=True, title=SECRET)
    for person in (("county_editor", "foreign"), ("secretary", "foreign"), ("secretary", "other")):
        client = client_as(*person)
        assert SECRET not in everything_read(client, item)
        rows = client.get(reverse("overview:count_rows"), {"organisation": item.organisation_id})
        assert rows.status_code == 404


def test_a_township_sorts_its_drafts_by_when_they_were_begun(world, client_as):
    moments = [world.at - timedelta(days=days) for days in (3, 2, 1)]
    traits = [{"submitted": True}, {}, {"submitted": True}]
    items = [
        ItemFactory(organisation=world.township, title=f"第{n}条", at=at, **trait)
        for n, (at, trait) in enumerate(zip(moments, traits, strict=True))
    ]
    client, url = client_as("secretary"), reverse("information:list")
    shown = {
        sort: client.get(url, {"sort": sort}).context["items"] for sort in ("oldest", "newest")
    }
    assert list(shown["oldest"]) == items
    assert list(shown["newest"]) == items[::-1]
