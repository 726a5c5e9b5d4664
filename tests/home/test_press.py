"""An adopted item becomes the draft of a piece of news, once in each section."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from congress.audit.queries import timeline
from congress.flow.moves import NotNow
from congress.information.actions import undo_adoption
from congress.information.models import Item
from congress.organisations.rules import NotAllowed
from home.actions import NoSection, press_item
from home.models import NewsPage
from tests.factories.home import make_news
from tests.factories.information import ItemFactory
from tests.factories.review import published

AT = timezone.now() - timedelta(days=1)
BODY = "　　第一段，代表走访。\n\n第二段 <b>不是标记</b>。"


@pytest.fixture
def item(site):
    return ItemFactory(organisation=site.township, adopted=True, body=BODY, drafter="周文斌", at=AT)


def pressed(item, site, role="secretary") -> NewsPage:
    return press_item(item, by=site.actor(role), at=AT)


def test_the_draft_carries_the_item(site, item):
    page = pressed(item, site)
    assert (page.live, page.section, page.origin) == (False, site.township, item.reference)
    assert (page.title, page.source, page.author) == (item.title, "石桥镇", "周文斌")
    assert page.published_on == timezone.localdate(AT)
    draft = page.get_latest_revision_as_object()
    assert draft.body[0].value.source == (
        "<p>第一段，代表走访。</p><p>第二段 &lt;b&gt;不是标记&lt;/b&gt;。</p>"
    )


def test_the_county_presses_into_its_own_news(site, item):
    assert pressed(item, site, "county_editor").section == site.county
    assert pressed(item, site, "secretary").section == site.township
    assert NewsPage.objects.filter(origin=item.reference).count() == 2


def test_a_second_press_finds_the_first(site, item):
    first = pressed(item, site)
    assert pressed(item, site, "chair").pk == first.pk
    assert timeline(item).filter(act="press").count() == 1
    assert timeline(first).count() == 1


def test_the_database_keeps_one_per_section(site, item):
    page = pressed(item, site)
    copy = make_news(site.township)
    with pytest.raises(IntegrityError), transaction.atomic():
        NewsPage.objects.filter(pk=copy.pk).update(origin=page.origin)
    assert make_news(site.township).origin == make_news(site.township).origin == ""


def test_deleting_the_draft_frees_the_item(site, item):
    first = pressed(item, site)
    first_pk = first.pk
    first.delete()
    assert pressed(item, site).pk != first_pk


def test_a_copy_is_no_second_origin(site, item):
    page = pressed(item, site)
    copy = page.copy(update_attrs={"slug": "copy"}, keep_live=False)
    assert (copy.origin, copy.section, copy.live) == ("", site.township, False)


@pytest.mark.parametrize("state", ["submitted", "returned", "retained", "withdrawn"])
def test_only_what_is_adopted(site, state):
    item = ItemFactory(organisation=site.township, **{state: True})
    with pytest.raises(NotNow):
        pressed(item, site)


@pytest.mark.parametrize(
    ("role", "place"),
    [
        ("deputy", "home"),
        ("county_admin", "home"),
        ("auditor", "home"),
        ("secretary", "other"),
        ("county_editor", "foreign"),
    ],
)
def test_nobody_else(site, item, role, place):
    with pytest.raises(NotAllowed):
        press_item(item, by=site.actor(role, place), at=AT)


def test_before_the_site_is_open(world):
    item = ItemFactory(organisation=world.township, adopted=True)
    with pytest.raises(NoSection):
        press_item(item, by=world.actor("secretary"), at=AT)


def test_the_trail_has_one_entry_on_item_and_page(site, item):
    actor = site.actor("secretary")
    page = press_item(item, by=actor, at=AT)
    on_item, on_page = timeline(item).last(), timeline(page).get()
    assert (on_item.act, on_item.role, on_item.at) == ("press", "secretary", AT)
    assert (on_page.act, on_page.role, on_page.at) == ("wagtail.create", "secretary", AT)
    assert on_page.organisation_id == site.township.pk


def item_page(client, item) -> str:
    return client.get(reverse("information:detail", args=[item.pk])).content.decode()


def test_the_panel_leads_from_button_to_draft_to_page(site, item, client_as):
    client = client_as("secretary")
    press = reverse("home:press", args=[item.pk])
    assert press in item_page(client, item)
    assert client.post(press).url == reverse("information:detail", args=[item.pk])
    page = NewsPage.objects.get(origin=item.reference)
    text = item_page(client, item)
    assert (press in text, reverse("wagtailadmin_pages:edit", args=[page.pk]) in text) == (
        False,
        True,
    )
    page = published(page)
    assert f'href="{page.url}"' in item_page(client, item)


def test_the_draft_opens_in_the_editor_at_once(site, item, client_as):
    client = client_as("secretary")
    client.post(reverse("home:press", args=[item.pk]))
    page = NewsPage.objects.get(origin=item.reference)
    text = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert item.reference in text
    assert "help-warning" not in text


def test_undoing_the_adoption_leaves_the_page_and_warns(site, item, client_as):
    client = client_as("secretary")
    page = pressed(item, site)
    adoption = item.adoptions.get()
    undo_adoption(adoption, reason="重复采用", by=site.actor("county_editor"), at=AT)
    assert NewsPage.objects.filter(pk=page.pk).exists()
    assert "alert-warning" in item_page(client, item)
    text = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "help-warning" in text


def test_no_panel_for_what_was_never_adopted(site, client_as):
    item = ItemFactory(organisation=site.township, submitted=True)
    assert "home/_press" not in item_page(client_as("secretary"), item)
    assert 'id="press"' not in item_page(client_as("secretary"), item)


def test_the_same_number_in_another_county_is_another_item(site):
    mine = ItemFactory(organisation=site.township, adopted=True)
    theirs = ItemFactory(organisation=site.foreign_township, submitted=True)
    Item.objects.filter(pk=theirs.pk).update(reference=mine.reference)
    page = pressed(mine, site)
    assert page.origin_item() == mine
