"""Every known way to make a page live, tried on a notice one by one."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.http import Http404
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page, Revision

from home.models import NoticeIndexPage, NoticePage
from home.review.refusals import NotReviewed
from tests.factories.home import make_notice_page
from tests.home.notices.form import form_of

PEOPLE = ["secretary", "chair", "county_editor", "superuser"]


@pytest.fixture
def page(site) -> NoticePage:
    return make_notice_page(site.township)


def client_of(site, who: str) -> Client:
    client = Client()
    user = site.user("secretary" if who == "superuser" else who)
    if who == "superuser":
        user.is_superuser = True
        user.save()
    client.force_login(user)
    return client


def none_is_live() -> bool:
    pages = [*NoticePage.objects.all(), *NoticeIndexPage.objects.all()]
    return len(pages) > 1 and not any(page.live for page in pages)


@pytest.mark.parametrize("who", PEOPLE)
def test_the_editors_publish(site, page, who):
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    client_of(site, who).post(edit, form_of(page) | {"action-publish": "1"})
    assert none_is_live()


@pytest.mark.parametrize("who", ["secretary", "superuser"])
def test_creating_and_publishing_at_once(site, page, who):
    add = reverse("wagtailadmin_pages:add", args=["home", "noticepage", page.get_parent().pk])
    form = form_of(NoticePage(title="新通知")) | {"action-publish": "1"}
    client_of(site, who).post(add, form)
    assert NoticePage.objects.filter(title="新通知").exists()
    assert none_is_live()


@pytest.mark.parametrize("who", PEOPLE)
def test_bulk_publish(site, page, who):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client = client_of(site, who)
    for pk in (page.pk, page.get_parent().pk):
        client.post(f"{url}?id={pk}", {"include_descendants": "on"})
        assert none_is_live()


@pytest.mark.parametrize("wish", [{}, {"publish_copies": "on"}, {"alias": "on"}])
@pytest.mark.parametrize("who", ["secretary", "superuser"])
def test_copies_by_the_editor(site, page, who, wish):
    form = {"new_title": "副本", "new_slug": "copy", "new_parent_page": page.get_parent().pk}
    client_of(site, who).post(reverse("wagtailadmin_pages:copy", args=[page.pk]), form | wish)
    assert (NoticePage.objects.count(), none_is_live()) == (1, True)


def test_copies_by_code(page):
    assert page.copy(update_attrs={"slug": "copy"}, keep_live=True).live is False
    CopyPageAction(page, update_attrs={"slug": "again"}, keep_live=True).execute()
    assert none_is_live()


def test_aliases_and_moves(site, page):
    other = NoticeIndexPage.objects.get(office__organisation=site.other)
    for way in (
        lambda: page.create_alias(update_slug="alias"),
        lambda: CreatePageAliasAction(page, update_slug="alias").execute(),
        lambda: page.move(other, pos="last-child"),
        lambda: page.move(site.township.news_index, pos="last-child"),
        lambda: MovePageAction(Page.objects.get(pk=page.pk), other, "last-child").execute(),
    ):
        with pytest.raises(NotReviewed):
            way()
    assert (NoticePage.objects.count(), page.get_parent().pk != other.pk) == (1, True)


def test_a_date_is_taken_back(page):
    Revision.objects.filter(pk=page.latest_revision_id).update(
        approved_go_live_at=timezone.now() - timedelta(hours=1)
    )
    call_command("publish_scheduled")
    assert Revision.objects.get(pk=page.latest_revision_id).approved_go_live_at is None
    assert none_is_live()


@pytest.mark.parametrize("call", ["revision", "page", "action", "superuser", "content", "row"])
def test_plain_code(site, page, call):
    user = site.user("secretary")
    user.is_superuser = True

    def claimed() -> None:
        row = page.with_content_json(page.serializable_data() | {"live": True})
        row.live = True
        row.save()

    calls = {
        "revision": lambda: page.save_revision().publish(),
        "page": lambda: page.publish(page.save_revision()),
        "action": lambda: PublishPageRevisionAction(page.save_revision()).execute(),
        "superuser": lambda: page.save_revision(user=user).publish(user=user),
        "content": claimed,
        "row": lambda: page.get_parent().specific.add_child(instance=NoticePage(title="直接上线")),
    }
    with pytest.raises(NotReviewed):
        calls[call]()
    assert none_is_live()


def test_a_row_made_live_past_everything_is_not_served(site, page, client):
    """As by a hand in the database."""
    Page.objects.filter(pk__in=[page.pk, page.get_parent().pk]).update(live=True)
    row = NoticePage.objects.get(pk=page.pk)
    assert (row.url, row.get_full_url()) == (None, None)
    with pytest.raises(Http404):
        row.serve(RequestFactory().get("/"))
    for path in (f"/{row.slug}/", f"/notices-{site.township.pk}/", row.url_path):
        assert client.get(path).status_code == 404


def test_the_list_cannot_be_edited(site, page):
    client = client_of(site, "secretary")
    client.post(reverse("wagtailadmin_pages:edit", args=[page.get_parent().pk]), {"title": "改名"})
    assert not NoticeIndexPage.objects.filter(title="改名").exists()
