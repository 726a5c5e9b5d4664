"""Catalogue and report of a session or a year, and the blank form."""

from datetime import timedelta

import pytest
from django.urls import reverse

from congress.audit.models import Entry
from congress.suggestions.models import Suggestion
from congress.suggestions.queries.papers.collections import catalogue, report
from congress.suggestions.queries.papers.spans import span_of, spans_of
from tests.congress.documents.reading import bare, words_of
from tests.factories.suggestions import SessionFactory, SuggestionFactory, rate
from tests.routes.world import World

EVERY = (
    "submitted", "not_accepted", "registered", "merged", "withdrawn", "assigned",
    "in_handling", "reply_review", "replied", "promised", "rehandling", "closed",
)  # fmt: skip


@pytest.fixture
def year(world: World) -> str:
    """One of each state, and what is not of this congress or not submitted."""
    for state in EVERY:
        SuggestionFactory(congress=world.township, at=world.at, **{state: True})
    SuggestionFactory(congress=world.township, at=world.at)
    SuggestionFactory(congress=world.other, at=world.at, registered=True)
    return str(world.today.year)


def url_of(kind: str, code: str) -> str:
    return reverse("suggestions:collection", args=[kind, code])


def test_the_figures_are_those_of_the_records(world: World, year: str):
    figures = report(span_of(world.township, year), world.today).figures
    # Into the merged one another was made; the withdrawn one was only asked for by one deputy.
    apart = {row.name: row.count for row in figures.apart if row.count}
    assert apart == {
        "代表撤回": 1, "不予受理": 1, "并案办理": 1, "正在审查": 1, "尚待交办": 2,
    }  # fmt: skip
    assert (figures.received, figures.handed_over) == (13, 7)
    assert (figures.replied, figures.on_time, figures.overdue) == (4, 4, 0)
    classes = {row.name: row.count for row in figures.classes}
    assert classes == {
        "A类（已经解决或者基本解决）": 3,
        "B类（正在解决或者列入计划解决）": 1,
    }
    units = [(row.unit, row.handed_over, row.replied, row.on_time) for row in figures.units]
    assert units == [(world.unit.name, 7, 4, 4)]
    ratings = figures.ratings
    assert (ratings.asked, ratings.returned, ratings.satisfied) == (4, 1, 1)
    assert (figures.rehandled, figures.rehandled_replied) == (1, 0)
    assert (figures.commitments.running, figures.commitments.made) == (1, 1)


def test_what_is_late_is_said(world: World):
    SuggestionFactory(congress=world.township, at=world.at - timedelta(days=200), in_handling=True)
    code = str((world.today - timedelta(days=200)).year)
    figures = report(span_of(world.township, code), world.today).figures
    assert (figures.replied, figures.overdue) == (0, 1)


def test_dissatisfied_with_the_result_is_dissatisfied(world: World):
    made = SuggestionFactory(congress=world.township, at=world.at, replied=True)
    aspects = dict.fromkeys(("consultation", "attitude", "reply"), "satisfied")
    rate(made, world.at, **aspects, result="basically_satisfied")
    ratings = report(span_of(world.township, str(world.today.year)), world.today).figures.ratings
    assert (ratings.satisfied, ratings.basically_satisfied, ratings.dissatisfied) == (0, 1, 0)


def test_the_catalogue_has_every_number(world: World, year: str):
    rows = catalogue(span_of(world.township, year), world.today).rows
    numbered = Suggestion.objects.filter(congress=world.township).exclude(reference=None)
    assert len(rows) == numbered.count() == 10
    assert [row.note for row in rows if row.note] == ["并案办理"]
    assert {row.unit for row in rows if row.unit} == {world.unit.name}


def test_a_session_has_its_own(world: World, client_as):
    day = world.today - timedelta(days=30)
    session = SessionFactory(term=world.term, number=3, opens_on=day, closes_on=day)
    made = SuggestionFactory(congress=world.township, at=world.at, registered=True)
    Suggestion.objects.filter(pk=made.pk).update(session=session)
    SuggestionFactory(congress=world.township, at=world.at, registered=True, title="闭会的")
    names = [span.name for span in spans_of(world.township)]
    assert names == [f"石桥镇{world.today.year}年", "石桥镇第十九届人民代表大会第三次会议"]
    response = client_as("secretary").get(url_of("catalogue", f"s{session.pk}"))
    text = words_of(response.content)
    assert made.title in text
    assert "闭会的" not in text


def test_a_download_is_one_entry_of_the_congress(world: World, year: str, client_as):
    client_as("chair").get(url_of("report", year))
    entry = Entry.objects.latest("pk")
    assert (entry.act, entry.object_id) == ("download", world.township.pk)
    assert entry.note == f"代表建议办理情况报告_石桥镇{year}年.docx"


@pytest.mark.parametrize("code", ["1999", "s1", "x"])
def test_what_has_nothing_is_not_there(code, world: World, year: str, client_as):
    for kind in ("catalogue", "report"):
        assert client_as("secretary").get(url_of(kind, code)).status_code == 404
    assert client_as("secretary").get(url_of("else", year)).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_questions(number, world: World, django_assert_num_queries):
    for _ in range(number):
        SuggestionFactory(congress=world.township, at=world.at, promised=True)
    span = span_of(world.township, str(world.today.year))
    with django_assert_num_queries(6):
        catalogue(span, world.today)
    with django_assert_num_queries(7):
        report(span, world.today)


def test_the_blank_form_names_the_session_that_sits(world: World, client_as):
    url = reverse("suggestions:blank_form")
    text = words_of(client_as("deputy").get(url).content)
    assert bare("石桥镇第十九届人民代表大会") in text
    assert "会议" not in text.split("代表建议")[0]
    SessionFactory(term=world.term, number=2)
    text = words_of(client_as("secretary").get(url).content)
    assert "第十九届人民代表大会第二次会议" in text
