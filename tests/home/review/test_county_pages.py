"""Study pages and laws go the whole way of the reviews, and no other one."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page

from congress.audit.actors import Actor
from congress.organisations.models import User
from home.models import Correction, ReviewedPage
from home.review.checking import live_without_reviews, types
from home.review.refusals import NotReviewed
from tests.factories.pages import MAKERS
from tests.factories.review import approved, published, reviewer, submitted
from tests.home.review.test_no_way_round import client_of
from tests.home.test_editors import form_of


@pytest.fixture(params=sorted(MAKERS))
def make(request, site) -> Callable[..., ReviewedPage]:
    return lambda **fields: MAKERS[request.param](site.county, **fields)


def stored(page: Page) -> ReviewedPage:
    return Page.objects.get(pk=page.pk).specific


def form(page: ReviewedPage, **changes: str) -> dict[str, str]:
    law = {
        "issuer": "全国人民代表大会",
        "number": "",
        "adopted_on": "1992-04-03",
        "effective_on": "1992-04-03",
        "status": "valid",
        "status_on": "",
    }
    return form_of(page) | law | changes


def client_for(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def test_both_are_reviewed_types():
    names = {model._meta.model_name for model in types()}
    assert names == {"newspage", "studypage", "lawpage"}


def test_from_the_draft_to_the_correction(site, client, make):
    page = make(draft=True, title="第一稿")
    assert client.get(page.get_url()).status_code == 404
    page = submitted(page)
    for step, word in (("first", "等待初审"), ("second", "等待复审"), ("third", "等待终审")):
        screen = client_for(reviewer(site.county, step)).get(reverse("home:review", args=[page.pk]))
        assert (word in screen.content.decode(), "审核通过" in screen.content.decode()) == (
            True,
            True,
        )
        listed = client_for(reviewer(site.county, step)).get(reverse("home:reviews"))
        assert "第一稿" in listed.content.decode()
        assert stored(page).live is False
        page = approved(page, step)
    text = client.get(page.url).content.decode()
    assert all(
        f"{word}：云岭县{step}" in text for step, word in (("first", "初审"), ("third", "终审"))
    )
    draft = stored(page).get_latest_revision_as_object()
    draft.title = "第二稿"
    draft.save_revision()
    with pytest.raises(ValidationError):
        submitted(stored(page))
    draft.correction = "标题有误。"
    draft.save_revision()
    published(stored(page))
    text = client.get(page.url).content.decode()
    assert ("第二稿" in text, "标题有误。" in text) == (True, True)
    assert Correction.objects.get().page_id == page.pk
    assert list(live_without_reviews()) == []


@pytest.mark.parametrize("who", ["county_editor", "county_supervisor", "superuser"])
def test_the_editor_does_not_publish(site, make, who):
    page = make(draft=True)
    client = client_of(site, who)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    answer = client.get(edit).content.decode()
    assert ("action-publish" in answer, "action-submit" in answer) == (False, True)
    client.post(edit, form(page, title="改过") | {"action-publish": "1"})
    assert (stored(page).live, stored(page).get_latest_revision_as_object().title) == (
        False,
        "改过",
    )


@pytest.mark.parametrize("way", ["revision", "page", "action", "save", "fields", "child"])
def test_plain_code_does_not_publish(site, make, way):
    page = make(draft=True)
    page.live = way in ("save", "fields")
    ways = {
        "revision": lambda: page.save_revision().publish(user=site.user("county_editor")),
        "page": lambda: page.publish(page.save_revision()),
        "action": lambda: PublishPageRevisionAction(page.save_revision()).execute(),
        "save": page.save,
        "fields": lambda: page.save(update_fields=["live"]),
        "child": lambda: page.get_parent().add_child(
            instance=type(page)(title="直接上线", live=True)
        ),
    }
    with pytest.raises(NotReviewed):
        ways[way]()
    assert type(page).objects.live().count() == 0


def test_copies_aliases_and_moves(site, make):
    page = make()
    copy = page.copy(update_attrs={"slug": "copy"}, keep_live=True)
    assert (copy.live, copy.section) == (False, site.county)
    for refused in (
        lambda: page.create_alias(update_slug="alias"),
        lambda: page.move(page.get_parent(), pos="first-child"),
        lambda: copy.get_latest_revision().publish(),
    ):
        with pytest.raises(NotReviewed):
            refused()
    assert list(type(page).objects.live()) == [page]


def test_an_edit_between_two_reviews_begins_anew(make):
    page = approved(submitted(make(draft=True)), "first", "second")
    page.title = "改过的标题"
    page.save_revision()
    assert stored(page).current_workflow_task_state.step == "first"


@pytest.mark.parametrize("role", ["secretary", "chair"])
def test_a_township_has_none(site, client_as, make, role):
    page = make(draft=True)
    client, parent, name = client_as(role), page.get_parent().pk, page._meta.model_name
    urls = [
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        reverse("wagtailadmin_pages:add", args=["home", name, parent]),
        reverse("home:review", args=[page.pk]),
    ]
    assert [client.get(url).status_code for url in urls] == [404, 404, 404]
