"""The menu of the public pages is kept for all readers, and as fresh as the pages."""

from django.test import Client

from congress.suggestions import actions
from home.page_copies import begin_generation, kept
from tests.factories.publishing import published_suggestion
from tests.factories.suggestions import lead_of

ANEW = "/?made=anew"
SUGGESTIONS = 'href="/suggestions/"'


def test_its_parts_are_asked_once(site, django_assert_num_queries):
    reader = Client()
    reader.get(ANEW)
    with django_assert_num_queries(7):
        reader.get(ANEW)
    begin_generation()
    with django_assert_num_queries(10):
        reader.get(ANEW)


def test_who_is_logged_in_sees_a_change_at_once(site, committed):
    reader = Client()
    reader.force_login(site.user("secretary", "home"))
    assert SUGGESTIONS not in reader.get("/").content.decode()
    with committed():
        suggestion = published_suggestion(site.township, site.at)
    assert SUGGESTIONS in reader.get("/").content.decode()
    with committed():
        lead = lead_of(suggestion)
        actions.set_consent(suggestion, consent="none", by=lead, at=site.at)
    assert SUGGESTIONS not in reader.get("/").content.decode()


def test_what_was_made_before_a_change_is_not_found_after_it(site):
    def old() -> str:
        begin_generation()
        return "of yesterday"

    assert kept("name", old) == "of yesterday"
    assert [kept("name", lambda: "of today"), kept("name", old)] == ["of today", "of today"]


def test_a_store_that_fails_keeps_nothing(site, settings, folder):
    (folder.parent / "file").write_text("no folder")
    broken = settings.CACHES["pages"] | {"LOCATION": str(folder.parent / "file")}
    settings.CACHES = settings.CACHES | {"pages": broken}
    assert [kept("name", lambda: 1), kept("name", lambda: 2)] == [1, 2]
