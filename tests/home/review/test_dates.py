"""The writer sets when a text appears and when it goes; the reviewers read both."""

from datetime import datetime, timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from home.models import NewsPage
from home.news_states import version_of
from home.review.refusals import NotReviewed
from tests.factories.home import make_draft, make_news
from tests.factories.review import approved, submitted
from tests.home.test_editors import form_of


def stored(page: NewsPage) -> NewsPage:
    return NewsPage.objects.get(pk=page.pk)


def typed(at: datetime) -> str:
    return timezone.localtime(at).strftime("%Y-%m-%dT%H:%M")


def at_minute(days: int) -> datetime:
    return (timezone.now() + timedelta(days=days)).replace(second=0, microsecond=0)


def dates_of(page: NewsPage) -> tuple[datetime | None, datetime | None]:
    draft = stored(page).get_latest_revision_as_object()
    return draft.go_live_at, draft.expire_at


def later(monkeypatch, at: datetime) -> None:
    monkeypatch.setattr(timezone, "now", lambda: at)
    call_command("publish_scheduled")


def plain(page: NewsPage, **fields) -> dict[str, str]:
    page = stored(page)
    draft = page.get_latest_revision_as_object()
    kept = {
        "version": version_of(page),
        "kept": "",
        "title": draft.title,
        "text": "正文。",
        "source": "石桥镇",
        "published_on": draft.published_on.isoformat(),
    }
    return kept | fields


def test_the_editor_offers_both_to_the_secretary(site, client_as):
    page = make_news(site.township, draft=True)
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    text = client_as("secretary").get(url).content.decode()
    assert [text.count(f'name="{name}"') for name in ("go_live_at", "expire_at")] == [1, 1]
    assert ("schedule-publishing-dialog" in text, "定时发布与到期下线" in text) == (False, True)


def test_what_the_editor_sends_is_kept(site, client_as):
    page = make_news(site.township, draft=True)
    begins, ends = at_minute(1), at_minute(5)
    client, url = client_as("secretary"), reverse("wagtailadmin_pages:edit", args=[page.pk])
    local = [timezone.localtime(at).strftime("%Y-%m-%d %H:%M") for at in (begins, ends)]
    client.post(url, form_of(page, go_live_at=local[0], expire_at=local[1]))
    assert dates_of(page) == (begins, ends)
    client.post(url, form_of(page, go_live_at=local[1], expire_at=local[0]))
    assert dates_of(page) == (begins, ends)


def test_from_the_plain_form_to_the_day_and_beyond(site, client_as, client, monkeypatch):
    secretary = site.actor("secretary")
    page = make_draft(site.township, by=secretary, title="定时的新闻")
    begins, ends = at_minute(1), at_minute(5)
    url = reverse("home:news_edit", args=[page.pk])
    desk = client_as("secretary")
    desk.post(url, plain(page, go_live_at=typed(begins), expire_at=typed(ends)))
    assert dates_of(page) == (begins, ends)
    shown = desk.get(url).content.decode()
    assert f'value="{typed(begins)}"' in shown
    submitted(stored(page))
    review = client_as("chair").get(reverse("home:review", args=[page.pk])).content.decode()
    for at in (begins, ends):
        assert timezone.localtime(at).strftime("%Y年%-m月%-d日 %H:%M") in review
    page = approved(stored(page), "first", "second", "third")
    assert (page.live, client.get(page.get_url()).status_code) == (False, 404)
    later(monkeypatch, begins + timedelta(minutes=1))
    assert client.get(page.get_url()).status_code == 200
    later(monkeypatch, ends + timedelta(minutes=1))
    assert client.get(page.get_url()).status_code == 404
    assert stored(page).expired is True


@pytest.mark.parametrize(("begins", "ends"), [(None, -1), (3, 2), (3, 3)])
def test_a_text_that_would_never_be_public_is_refused(site, client_as, begins, ends):
    page = make_draft(site.township, by=site.actor("secretary"))
    fields = {"expire_at": typed(at_minute(ends))}
    if begins:
        fields["go_live_at"] = typed(at_minute(begins))
    url = reverse("home:news_edit", args=[page.pk])
    answer = client_as("secretary").post(url, plain(page, **fields))
    assert "下线时间应晚于现在" in answer.content.decode()
    assert dates_of(page) == (None, None)


def test_empty_dates_take_earlier_ones_back(site, client_as):
    page = make_draft(site.township, by=site.actor("secretary"), go_live_at=at_minute(2))
    url = reverse("home:news_edit", args=[page.pk])
    client_as("secretary").post(url, plain(page))
    assert dates_of(page) == (None, None)


def test_a_time_that_passes_during_the_review(site, monkeypatch):
    """Nothing is shown after the time that was approved, not even until the next run."""
    ends = timezone.now() + timedelta(hours=1)
    page = approved(submitted(make_news(site.township, draft=True, expire_at=ends)), "first")
    page = approved(page, "second")
    monkeypatch.setattr(timezone, "now", lambda: ends)
    with pytest.raises(NotReviewed):
        approved(page, "third")
    assert (stored(page).live, stored(page).expired) == (False, False)
