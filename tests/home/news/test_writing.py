"""News written in the workspace: drafts, kept by version, told once a sitting."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from congress.audit.queries import timeline
from congress.organisations.rules import NotAllowed
from home.actions import NewsClosed, NewsConflict, NoSection, begin_news, save_news
from home.models import NewsPage
from home.news_rows import rows_of_page
from home.news_states import version_of
from home.plain.bodies import rows_of
from home.plain.texts import text_of
from tests.factories.home import make_draft, make_news


@pytest.fixture
def by(site):
    return site.actor("secretary")


@pytest.fixture
def page(site, by):
    return make_draft(site.township, by=by, title="原题", text="原文。")


def saved(page, by, *, at=None, text="新文。", **fields) -> int:
    page.refresh_from_db()
    fields = {"title": "新题"} | fields
    version = fields.pop("version", version_of(page))
    at = at or timezone.now()
    return save_news(page, version=version, rows=rows_of(text, {}), by=by, at=at, **fields)


def standing(page) -> tuple[str, str]:
    draft = NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    return draft.title, text_of(rows_of_page(draft))


def test_a_draft_is_never_live(site, page):
    assert (page.live, page.section, page.published_on) == (False, site.township, site.today)
    assert standing(page) == ("原题", "原文。")
    assert [entry.act for entry in timeline(page)] == ["wagtail.create"]


def test_saving_keeps_the_text_and_tells_the_sitting_once(page, by):
    first = saved(page, by, text="一稿。")
    second = saved(page, by, text="二稿。")
    assert first < second
    assert standing(page) == ("新题", "二稿。")
    assert page.revisions.count() == 1
    assert [entry.act for entry in timeline(page)] == ["wagtail.create"]


def test_another_person_and_another_day_are_a_sitting_of_their_own(site, page, by):
    chair = site.actor("chair")
    saved(page, chair, text="主席改。")
    saved(page, chair, text="次日改。", at=timezone.now() + timedelta(days=1))
    assert page.revisions.count() == 3
    told = [(entry.act, entry.role) for entry in timeline(page)]
    edits = [("wagtail.edit", "chair")] * 2
    assert told == [("wagtail.create", "secretary"), *edits]


def test_what_was_approved_is_not_written_over(page, by):
    revision = page.get_latest_revision()
    NewsPage.objects.filter(pk=page.pk).update(live_revision=revision)
    saved(page, by)
    assert page.revisions.count() == 2
    assert revision.as_object().title == "原题"


def test_an_older_version_is_a_conflict_and_changes_nothing(page, by):
    old = version_of(page)
    saved(page, by, text="先到。")
    with pytest.raises(NewsConflict) as conflict:
        saved(page, by, text="后到。", version=old)
    assert text_of(rows_of_page(conflict.value.draft)) == "先到。"
    assert standing(page) == ("新题", "先到。")


def test_a_published_page_is_closed(site, by):
    page = make_news(site.township)
    with pytest.raises(NewsClosed):
        saved(page, by)


def test_a_locked_page_is_closed(page, by):
    NewsPage.objects.filter(pk=page.pk).update(locked=True)
    with pytest.raises(NewsClosed):
        saved(page, by)


@pytest.mark.parametrize("title", ["", "长" * 256])
def test_a_title_is_needed(site, page, by, title):
    with pytest.raises(ValidationError):
        saved(page, by, title=title)
    with pytest.raises(ValidationError):
        make_draft(site.township, by=by, title=title)
    assert standing(page) == ("原题", "原文。")


WRITERS = {
    ("secretary", "home"): True,
    ("chair", "home"): True,
    ("deputy", "home"): False,
    ("unit_officer", "home"): False,
    ("secretary", "other"): False,
    ("secretary", "foreign"): False,
    ("county_editor", "home"): False,
    ("county_supervisor", "home"): False,
    ("county_admin", "home"): False,
    ("auditor", "home"): False,
}


@pytest.mark.parametrize(("role", "place"), WRITERS)
def test_who_may_write_in_a_township(site, page, role, place):
    actor = site.actor(role, place)
    if WRITERS[role, place]:
        saved(page, actor)
        make_draft(site.township, by=actor)
        assert standing(page) == ("新题", "新文。")
    else:
        for act in (lambda: saved(page, actor), lambda: make_draft(site.township, by=actor)):
            with pytest.raises(NotAllowed):
                act()
        assert standing(page) == ("原题", "原文。")


@pytest.mark.parametrize(
    ("role", "allowed"),
    [("county_editor", True), ("county_supervisor", True), ("secretary", False)],
)
def test_who_may_write_in_the_county(site, role, allowed):
    actor = site.actor(role)
    if allowed:
        assert make_draft(site.county, by=actor).section == site.county
    else:
        with pytest.raises(NotAllowed):
            make_draft(site.county, by=actor)


def test_before_the_site_is_open(world):
    with pytest.raises(NoSection):
        begin_news(
            world.township, rows=[], title="题", by=world.actor("secretary"), at=timezone.now()
        )
