"""Kept pages of suggestions: gone at once when the consent is withdrawn, anew with each step."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.formats import date_format

from congress.suggestions import actions
from tests.factories.publishing import TITLE, published_suggestion
from tests.factories.suggestions import lead_of, officer_of, part_of, presidium_of, write
from tests.home.test_search import counts

LIST, SECRET = "/suggestions/", "饮水管道从后山引来"


def page_of(suggestion) -> str:
    return reverse("public_suggestion", args=[suggestion.pk])


def text_of(client: Client, url: str) -> str:
    return client.get(url).content.decode()


@pytest.mark.parametrize("way", ["consent", "unpublish", "withdraw"])
def test_it_leaves_the_kept_pages_at_once(way, site, committed):
    suggestion = published_suggestion(site.township, site.at)
    reader = Client()
    url = page_of(suggestion)
    assert reader.get(url)["X-Page-Cache"] == "miss"
    assert reader.get(url)["X-Page-Cache"] == "hit"
    assert TITLE in text_of(reader, LIST)
    lead, chair = lead_of(suggestion), presidium_of(suggestion)
    with committed():
        if way == "consent":
            actions.set_consent(suggestion, consent="none", by=lead, at=site.at)
        elif way == "unpublish":
            actions.unpublish_suggestion(suggestion, reason="有误", by=chair, at=site.at)
        else:
            actions.ask_to_withdraw(suggestion, reason="已解决", by=lead, at=site.at)
    assert reader.get(url).status_code == 404
    assert TITLE not in text_of(reader, LIST)
    assert counts(reader) == {}


def test_less_consent_takes_the_text_off_the_kept_page(site, committed):
    suggestion = published_suggestion(site.township, site.at, problem=SECRET)
    reader = Client()
    assert SECRET in text_of(reader, page_of(suggestion))
    with committed():
        by = lead_of(suggestion)
        actions.set_consent(suggestion, consent="title_only", by=by, at=site.at)
    assert SECRET not in text_of(reader, page_of(suggestion))


def test_a_step_is_read_at_once(site, committed):
    suggestion = published_suggestion(site.township, site.at)
    reader = Client()
    assert "已交办" not in text_of(reader, page_of(suggestion))
    units = {site.unit: "lead"}
    with committed():
        by = presidium_of(suggestion)
        actions.hand_over(suggestion, units=units, by=by, at=site.at)
    text = text_of(reader, page_of(suggestion))
    assert site.unit.name in text
    assert "已交办" in text


def test_a_later_day_of_a_promise_is_read_at_once(site, committed):
    suggestion = published_suggestion(site.township, site.at)
    by = presidium_of(suggestion)
    actions.hand_over(suggestion, units={site.unit: "lead"}, by=by, at=site.at)
    part = part_of(suggestion)
    reply = write(part, site.at, "B")
    actions.sign_reply(reply, signed_by="陈国强", by=officer_of(part), at=site.at)
    actions.release_reply(reply, by=by, at=site.at)
    promise = suggestion.commitments.select_related("reply__assignment").get()
    later = promise.promised_on + timedelta(days=400)
    reader = Client()
    assert date_format(later, "Y年n月j日") not in text_of(reader, page_of(suggestion))
    with committed():
        given = {"text": "资金推迟。", "promised_on": later}
        actions.promise_later(promise, **given, by=officer_of(part), at=site.at)
    assert date_format(later, "Y年n月j日") in text_of(reader, page_of(suggestion))
