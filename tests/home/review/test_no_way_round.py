"""Every known way past the three reviews, tried one by one: nothing unread becomes public."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import GroupPagePermission, Page, Revision, TaskState

from congress.organisations.rules import NotAllowed
from home.models import NewsIndexPage, NewsPage, ReviewTaskState
from home.review.refusals import NotReviewed
from tests.factories.home import make_news
from tests.factories.review import approved, published, submitted
from tests.home.test_editors import form_of

PEOPLE = ["secretary", "chair", "county_editor", "county_supervisor", "superuser"]


@pytest.fixture
def draft(site) -> NewsPage:
    return make_news(site.township, draft=True)


def client_of(site, who: str) -> Client:
    client = Client()
    user = site.user("county_editor" if who == "superuser" else who)
    if who == "superuser":
        user.is_superuser = True
        user.save()
    client.force_login(user)
    return client


def is_live(page: NewsPage) -> bool:
    return NewsPage.objects.get(pk=page.pk).live


@pytest.mark.parametrize("who", PEOPLE)
def test_the_editors_publish(site, draft, who):
    client = client_of(site, who)
    edit = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    assert "action-publish" not in client.get(edit).content.decode()
    answer = client.post(edit, form_of(draft) | {"action-publish": "1"})
    assert (answer.status_code, is_live(draft)) == (302, False)


@pytest.mark.parametrize("who", ["secretary", "county_editor", "superuser"])
def test_creating_and_publishing_at_once(site, who):
    index = NewsIndexPage.objects.get(section=site.township)
    add = reverse("wagtailadmin_pages:add", args=["home", "newspage", index.pk])
    form = form_of(NewsPage(title="新稿")) | {"action-publish": "1"}
    client_of(site, who).post(add, form)
    assert list(NewsPage.objects.values_list("live", flat=True)) == [False]


@pytest.mark.parametrize("who", PEOPLE)
def test_bulk_publish(site, draft, who):
    index = draft.get_parent()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client = client_of(site, who)
    for pk in (draft.pk, index.pk):
        answer = client.post(f"{url}?id={pk}", {"include_descendants": "on"})
        assert (answer.status_code, is_live(draft)) == (302, False)


@pytest.mark.parametrize("who", ["secretary", "county_editor", "superuser"])
@pytest.mark.parametrize("wish", [{}, {"publish_copies": "on"}, {"alias": "on"}])
def test_copies_by_the_editor(site, who, wish):
    page = make_news(site.township)
    form = {"new_title": "副本", "new_slug": "copy", "new_parent_page": page.get_parent().pk}
    url = reverse("wagtailadmin_pages:copy", args=[page.pk])
    answer = client_of(site, who).post(url, form | wish)
    assert answer.status_code in (200, 302)
    assert list(NewsPage.objects.live().values_list("pk", flat=True)) == [page.pk]


def test_copies_by_code(site):
    page = make_news(site.township)
    copy = page.copy(update_attrs={"slug": "copy"}, keep_live=True)
    assert (copy.live, copy.live_revision, is_live(copy)) == (False, None, False)
    with pytest.raises(NotReviewed):
        CopyPageAction(page, update_attrs={"slug": "again"}, keep_live=True).execute()
    with pytest.raises(NotReviewed):
        copy.get_latest_revision().publish()


def test_aliases_by_code(site):
    page = make_news(site.township)
    with pytest.raises(NotReviewed):
        page.create_alias(update_slug="alias")
    with pytest.raises(NotReviewed):
        CreatePageAliasAction(page, update_slug="alias").execute()
    assert NewsPage.objects.count() == 1


def test_moving(site):
    page = make_news(site.township)
    county = NewsIndexPage.objects.get(section=site.county)
    plain = Page.objects.get(pk=page.pk)
    for way in (page.move, plain.move, lambda *where: MovePageAction(plain, *where).execute()):
        with pytest.raises(NotReviewed):
            way(county, "last-child")
    url = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, county.pk])
    client_of(site, "superuser").post(url)
    assert NewsPage.objects.get(pk=page.pk).get_parent().pk == page.get_parent().pk


def test_a_date_that_nobody_approved(site, draft):
    Revision.objects.filter(pk=draft.latest_revision_id).update(
        approved_go_live_at=timezone.now() - timedelta(hours=1)
    )
    other = make_news(site.other, draft=True)
    other.go_live_at = timezone.now() + timedelta(hours=1)
    other.save_revision()
    published(other)
    with_date = Revision.objects.filter(pk=NewsPage.objects.get(pk=other.pk).latest_revision_id)
    assert with_date.get().approved_go_live_at is not None
    call_command("publish_scheduled")
    assert (is_live(draft), is_live(other)) == (False, False)
    assert Revision.objects.get(pk=draft.latest_revision_id).approved_go_live_at is None


def test_an_old_revision_is_a_new_text(site):
    page = make_news(site.township, title="第一稿")
    page.title, page.correction = "第二稿", "标题"
    page.save_revision()
    old = page.revisions.order_by("pk").first()
    url = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, old.pk])
    assert client_of(site, "county_editor").get(url).status_code == 200
    again = old.as_object().save_revision(previous_revision=old)
    with pytest.raises(NotReviewed):
        again.publish(previous_revision=old)
    assert NewsPage.objects.get(pk=page.pk).live_revision_id == old.pk


@pytest.mark.parametrize("done", [["first"], ["first", "second"]])
def test_an_edit_between_two_reviews(site, draft, done):
    approved(submitted(draft), *done)
    stored = NewsPage.objects.get(pk=draft.pk)
    stored.title = "改过的标题"
    stored.save_revision()
    waiting = NewsPage.objects.get(pk=draft.pk).current_workflow_task_state
    assert (waiting.step, waiting.revision_id) == ("first", stored.latest_revision_id)
    page = approved(stored, "first", "second", "third")
    assert (page.live, page.title) == (True, "改过的标题")
    read = ReviewTaskState.objects.filter(revision=page.live_revision_id, status="approved")
    assert read.count() == 3


@pytest.mark.parametrize("who", ["secretary", "county_editor", "superuser"])
def test_the_editor_is_shut_while_it_is_reviewed(site, draft, who):
    page = submitted(draft)
    client = client_of(site, who)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert reverse("home:review", args=[page.pk]) in client.get(edit).content.decode()
    client.post(edit, form_of(page, title="偷改"))
    client.post(edit, form_of(page, title="偷改") | {"action-publish": "1"})
    assert NewsPage.objects.get(pk=page.pk).latest_revision_id == page.latest_revision_id


def test_a_reviewed_revision_is_not_overwritten(site, draft):
    page = approved(submitted(draft), "first")
    read = page.latest_revision
    page.title = "自动保存"
    page.save_revision(overwrite_revision=read)
    assert NewsPage.objects.get(pk=page.pk).latest_revision_id != read.pk
    assert Revision.objects.get(pk=read.pk).content["title"] == draft.title


def test_a_revision_changed_in_the_table(site, draft):
    page = approved(submitted(draft), "first", "second")
    revision = page.latest_revision
    revision.content["title"] = "越过审核"
    revision.save()
    with pytest.raises(NotReviewed):
        approved(page, "third")
    assert is_live(draft) is False


@pytest.mark.parametrize("call", ["revision", "page", "action", "superuser"])
def test_plain_code(site, draft, call):
    user = site.user("county_editor")
    user.is_superuser = True
    calls = {
        "revision": lambda: draft.save_revision().publish(),
        "page": lambda: draft.publish(draft.save_revision()),
        "action": lambda: PublishPageRevisionAction(draft.save_revision()).execute(),
        "superuser": lambda: draft.save_revision(user=user).publish(user=user),
    }
    with pytest.raises(NotReviewed):
        calls[call]()
    assert is_live(draft) is False


def test_rows_that_claim_to_be_live(site, draft):
    index = NewsIndexPage.objects.get(section=site.township)
    with pytest.raises(NotReviewed):
        index.add_child(instance=NewsPage(title="直接上线", live=True))
    draft.live = True
    with pytest.raises(NotReviewed):
        draft.save()
    with pytest.raises(NotReviewed):
        draft.save(update_fields=["live"])
    assert NewsPage.objects.live().count() == 0


def test_a_live_row_keeps_its_text(site):
    page = make_news(site.township)
    page.save()
    page.title = "改了不审"
    with pytest.raises(NotReviewed):
        page.save()
    assert NewsPage.objects.get(pk=page.pk).title != "改了不审"


def test_wagtails_own_approval_counts_nothing(site, draft):
    page = submitted(draft)
    user = site.user("county_editor")
    state = page.current_workflow_task_state
    with pytest.raises(NotAllowed):
        state.approve(user=user)
    bare = [TaskState.objects.get(pk=state.pk)]
    for _step in range(2):
        bare[-1].approve(user=user)
        bare.append(TaskState.objects.filter(status="in_progress").get())
    with pytest.raises(NotReviewed):
        bare[-1].approve(user=user)
    assert is_live(draft) is False


def test_nobody_holds_the_right_to_publish(site):
    rights = GroupPagePermission.objects.filter(group__section__isnull=False)
    assert rights.filter(permission__codename="publish_page").count() == 0
    assert rights.exists()
