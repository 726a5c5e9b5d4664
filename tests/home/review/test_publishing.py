"""What the last review does: the text that everybody read, its dates, its corrections."""

from datetime import timedelta
from importlib import import_module
from io import StringIO

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision

from home.models import Correction, NewsPage, PublishedBefore, ReviewTaskState
from home.review.checking import require_reviews
from home.review.refusals import NotReviewed
from tests.factories.home import make_news
from tests.factories.review import approved, published, submitted
from tests.home.test_editors import form_of


def stored(page: NewsPage) -> NewsPage:
    return NewsPage.objects.get(pk=page.pk)


def changed(page: NewsPage, **fields) -> NewsPage:
    """The page with a newer draft."""
    page = stored(page).get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision()
    return stored(page)


def test_the_foot_names_who_read_it(site, client):
    page = make_news(site.township)
    text = client.get(page.url).content.decode()
    for step, word in (("first", "初审"), ("second", "复审"), ("third", "终审")):
        assert f"{word}：石桥镇{step}" in text
    assert "同一人" not in text


def test_exactly_the_revision_that_was_read(site):
    page = make_news(site.township)
    rows = ReviewTaskState.objects.filter(revision=page.live_revision_id)
    assert {row.digest for row in rows} != {""}
    assert [row.step for row in rows.order_by("pk")] == ["first", "second", "third"]


def test_a_date_ahead_is_approved_with_the_text(site):
    ahead = timezone.now() + timedelta(days=2)
    page = make_news(site.township, draft=True)
    page = published(changed(page, go_live_at=ahead))
    assert (page.live, page.scheduled_revision.pk) == (False, page.latest_revision_id)
    Revision.objects.filter(pk=page.latest_revision_id).update(
        approved_go_live_at=timezone.now() - timedelta(minutes=1)
    )
    content = Revision.objects.get(pk=page.latest_revision_id)
    content.content["go_live_at"] = (timezone.now() - timedelta(minutes=1)).isoformat()
    content.save()
    call_command("publish_scheduled")
    assert stored(page).live is False  # another date than the one that was read


def test_the_day_comes(site, monkeypatch):
    ahead = timezone.now() + timedelta(seconds=30)
    page = published(changed(make_news(site.township, draft=True), go_live_at=ahead))
    assert page.live is False
    later = timezone.now() + timedelta(minutes=5)
    monkeypatch.setattr(timezone, "now", lambda: later)
    call_command("publish_scheduled")
    assert (stored(page).live, stored(page).live_revision_id) == (True, page.latest_revision_id)


def test_an_expired_page_goes_offline(site, client, monkeypatch):
    page = make_news(site.township, draft=True)
    ends = timezone.now() + timedelta(hours=1)
    page = published(changed(page, expire_at=ends))
    monkeypatch.setattr(timezone, "now", lambda: ends + timedelta(minutes=1))
    call_command("publish_scheduled")
    assert (stored(page).live, stored(page).expired) == (False, True)
    assert client.get(page.url).status_code == 404


def test_a_correction_says_what_was_corrected(site, client):
    page = make_news(site.township, title="接待选民四十五人")
    page = changed(page, title="接待选民五十四人")
    with pytest.raises(ValidationError) as refused:
        submitted(page)
    assert list(refused.value.message_dict) == ["correction"]
    page = published(changed(page, correction="人数有误，应为五十四人。"))
    note = Correction.objects.get()
    assert (note.page_id, note.note, note.made_on) == (
        page.pk,
        "人数有误，应为五十四人。",
        timezone.localdate(),
    )
    text = client.get(page.url).content.decode()
    assert ("接待选民五十四人" in text, "人数有误，应为五十四人。" in text) == (True, True)
    again = changed(page, summary="又改一次")
    with pytest.raises(ValidationError):
        submitted(again)
    published(changed(again, correction="补写摘要。"))
    assert list(Correction.objects.values_list("note", flat=True)) == [note.note, "补写摘要。"]


def test_the_editor_asks_for_the_note(site, client_as):
    page = make_news(site.township)
    client, edit = client_as("secretary"), reverse("wagtailadmin_pages:edit", args=[page.pk])
    answer = client.post(edit, form_of(page, title="改") | {"action-submit": "1"})
    assert "请用一句话写明这次更正了什么" in answer.content.decode()
    assert stored(page).current_workflow_state is None
    client.post(edit, form_of(page, title="改", correction="标题有误") | {"action-submit": "1"})
    assert stored(page).current_workflow_task_state.step == "first"


def test_until_the_correction_is_read_the_old_text_stands(site, client):
    page = changed(make_news(site.township, title="旧题"), title="新题", correction="题")
    approved(submitted(page), "first", "second")
    assert "旧题" in client.get(page.url).content.decode()
    approved(stored(page), "third")
    assert "新题" in client.get(page.url).content.decode()


def test_the_county_takes_offline_and_nobody_puts_it_back(site, client_as):
    page = make_news(site.township)
    url = reverse("wagtailadmin_pages:unpublish", args=[page.pk])
    client_as("secretary").post(url)
    assert stored(page).live is True
    client_as("county_editor").post(url)
    assert stored(page).live is False


def test_pages_from_before_are_marked_and_stay(site, client):
    page = make_news(site.township)
    ReviewTaskState.objects.all().delete()
    with pytest.raises(CommandError) as found:
        call_command("check_reviews", stdout=StringIO())
    assert "1" in str(found.value)
    with pytest.raises(RuntimeError):
        require_reviews()
    import_module("home.migrations.0003_before_the_reviews").mark(apps, None)
    call_command("check_reviews", stdout=StringIO())
    require_reviews()
    assert PublishedBefore.objects.get().page_id == page.pk
    assert "本文发布于启用三审三校以前" in client.get(page.url).content.decode()
    page = stored(page)
    page.save()
    page.title = "不审就改"
    with pytest.raises(NotReviewed):
        page.save()


def test_what_was_read_is_not_purged(site):
    page = make_news(site.township)
    changed(page, title="新草稿")
    with pytest.raises(ProtectedError), transaction.atomic():
        page.live_revision.delete()
    assert stored(page).live_revision_id == page.live_revision_id
    stored(page).delete()
    assert ReviewTaskState.objects.count() == 0


def test_the_frame_is_outside_and_the_countys(site, client_as):
    index = make_news(site.township, draft=True).get_parent().specific
    edit = reverse("wagtailadmin_pages:edit", args=[index.pk])
    form = form_of(index, title="新栏目名") | {"action-publish": "1"}
    client_as("secretary").post(edit, form)
    index.refresh_from_db()
    assert index.title != "新栏目名"
    client_as("county_editor").post(edit, form)
    index.refresh_from_db()
    assert (index.title, index.live) == ("新栏目名", True)


def test_the_health_page_tells(site):
    make_news(site.township)
    assert "reviews: ok" in Client().get("/health/").content.decode()
    ReviewTaskState.objects.all().delete()
    assert "reviews: failed" in Client().get("/health/").content.decode()
