"""The papers of a record: for whom each is, when it is there, and that it says what is true."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from congress.audit.models import Entry
from congress.organisations.models import ContactPhone
from congress.suggestions import actions
from congress.suggestions.models import Reply, Suggestion
from congress.suggestions.queries.papers import filling
from congress.suggestions.queries.papers.offered import offers
from congress.suggestions.rules import visible_to
from tests.congress.documents.reading import bare, words_of
from tests.factories.organisations import DeputyFactory
from tests.factories.suggestions import (
    BAD,
    SessionFactory,
    SuggestionFactory,
    answer,
    deputy_actor,
    hand,
    handle,
    lead_row,
    part_of,
    presidium_of,
    rate,
    refuse,
    register,
    release,
    review,
    sign,
    submit,
)
from tests.routes.world import World

NOTHING: list[str] = []


@pytest.fixture
def suggestion(world: World) -> Suggestion:
    """A draft of the township's deputy, in a session."""
    user = world.user("deputy")
    lead = user.mandates.get()
    lead.certificate_no = "石桥0127"
    lead.save()
    ContactPhone.objects.create(user=user, number="13800000012")
    session = SessionFactory(term=world.term, number=2)
    made = SuggestionFactory(congress=world.township, lead=lead, at=world.at)
    Suggestion.objects.filter(pk=made.pk).update(session=session)
    return fresh(made)


def fresh(suggestion: Suggestion) -> Suggestion:
    rows = Suggestion.objects.select_related("congress__parent", "term", "session")
    return rows.get(pk=suggestion.pk)


def kinds(world: World, role: str, suggestion: Suggestion, place: str = "home") -> list[str]:
    return [offer.kind for offer in offers([world.actor(role, place)], fresh(suggestion))]


def url_of(suggestion: Suggestion, kind: str, part: int = 0) -> str:
    keys = [suggestion.pk, kind]
    return reverse("suggestions:download", args=[*keys, part] if part else keys)


def paper(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    assert ".docx" in response["Content-Disposition"]
    return words_of(response.content)


@pytest.mark.parametrize(
    ("step", "office", "deputy", "unit"),
    [
        (submit, ["form"], ["form"], NOTHING),
        (refuse, ["form", "refusal"], ["form", "refusal"], NOTHING),
        (register, ["form"], ["form"], NOTHING),
        (hand, ["form", "handover", "reminder"], ["form"], ["handover"]),
        (review, ["form", "handover", "reply"], ["form"], ["handover", "reply"]),
        (
            answer,
            ["form", "handover", "reply", "opinion"],
            ["form", "reply", "opinion"],
            ["handover", "reply"],
        ),
    ],
)
def test_each_paper_is_there_when_its_state_gives_it(
    step, office, deputy, unit, world: World, suggestion: Suggestion
):
    step(suggestion, world.at)
    assert kinds(world, "secretary", suggestion) == office
    assert kinds(world, "chair", suggestion) == office
    assert kinds(world, "deputy", suggestion) == deputy
    assert kinds(world, "unit_officer", suggestion) == unit
    for role in ("secretary", "chair", "deputy"):
        assert kinds(world, role, suggestion, "other") == NOTHING


def test_a_draft_of_a_reply_has_no_letter(world: World, suggestion: Suggestion, client_as):
    handle(suggestion, world.at)
    part = part_of(suggestion)
    actions.write_reply(
        part, body="正在起草。", result_class="A", by=world.actor("unit_officer"), at=world.at
    )
    for role in ("secretary", "unit_officer", "deputy"):
        assert "reply" not in kinds(world, role, suggestion)
        response = client_as(role).get(url_of(suggestion, "reply", Reply.objects.get().pk))
        assert response.status_code == 404


def test_the_form(world: World, suggestion: Suggestion, client_as):
    register(suggestion, world.at)
    suggestion = fresh(suggestion)
    text = paper(client_as("secretary"), url_of(suggestion, "form"))
    for words in (
        "石桥镇第十九届人民代表大会第二次会议",
        "第1号",
        suggestion.title,
        suggestion.problem,
        "石桥0127",
        "13800000012",
        "☑同意全文公开",
    ):
        assert bare(words) in text


def test_a_deputy_reads_no_number_but_their_own(world: World, suggestion: Suggestion, client_as):
    other = DeputyFactory(term=world.term, certificate_no="石桥0131")
    ContactPhone.objects.create(user=other.user, number="13900000345")
    lead = deputy_actor(lead_row(suggestion).deputy)
    actions.ask_cosigners(suggestion, deputies=[other], by=lead, at=world.at)
    row = suggestion.signatories.get(deputy=other)
    actions.confirm_signature(row, by=deputy_actor(other), at=world.at)
    submit(suggestion, world.at)
    text = paper(client_as("deputy"), url_of(suggestion, "form"))
    assert "13800000012" in text
    assert other.user.name in text
    assert "13900000345" not in text
    assert "13900000345" in paper(client_as("secretary"), url_of(suggestion, "form"))


def test_the_hand_over_sheet_names_each_date_and_its_article(
    world: World, suggestion: Suggestion, client_as
):
    hand(suggestion, world.at)
    part = part_of(suggestion)
    text = paper(client_as("unit_officer"), url_of(suggestion, "handover", part.pk))
    clock = part.clocks.get(event="reply")
    due = f"{clock.due.year}年{clock.due.month}月{clock.due.day}日"
    for words in (part.unit.name, due, f"交办之日起3个月内，《{clock.source}》", clock.article):
        assert bare(words) in text
    assert "13800000012" in text


def test_the_refusal_says_the_reason_and_the_words(world: World, suggestion, client_as):
    refuse(suggestion, world.at)
    text = paper(client_as("deputy"), url_of(suggestion, "refusal"))
    for words in ("属于“代表本单位", "属本单位事务，请向本单位反映。", "石桥镇人民代表大会主席团"):
        assert bare(words) in text


def test_the_reminder_names_all_that_the_unit_owes(world: World, suggestion, client_as):
    hand(suggestion, world.at)
    SuggestionFactory(congress=world.township, title="关于增设路灯的建议", assigned=True)
    SuggestionFactory(congress=world.other, title="外镇的建议", assigned=True)
    part = part_of(suggestion)
    text = paper(client_as("secretary"), url_of(suggestion, "reminder", part.pk))
    for words in (suggestion.title, "关于增设路灯的建议", lead_row(suggestion).deputy.user.name):
        assert words in text
    assert "外镇的建议" not in text
    sheet = filling.reminder_slip(fresh(suggestion), _part(part), world.today)
    assert len(sheet.owed) == 2


def _part(part):
    return type(part).objects.select_related("suggestion", "unit").get(pk=part.pk)


def test_the_letter_carries_what_its_class_demands(world: World, suggestion, client_as):
    handle(suggestion, world.at)
    sign(suggestion, world.at, "B")
    reply = Reply.objects.get()
    url = url_of(suggestion, "reply", reply.pk)
    assert client_as("deputy").get(url).status_code == 404
    for role in ("secretary", "unit_officer"):
        text = paper(client_as(role), url)
        for words in (reply.body, "分类：B", "承诺事项：年内完成学校门口一段的修缮，于", "第1号"):
            assert bare(words) in text
    actions.release_reply(reply, by=presidium_of(suggestion), at=world.at)
    assert bare(reply.body) in paper(client_as("deputy"), url)


def test_an_opinion_form_is_its_signatorys_alone(world: World, suggestion, client_as, client):
    answer(suggestion, world.at)
    url = url_of(suggestion, "opinion", lead_row(suggestion).pk)
    assert "☑" not in paper(client_as("deputy"), url)
    rate(suggestion, world.at, **BAD)
    assert "☑不满意" in paper(client_as("deputy"), url)
    assert client_as("unit_officer").get(url).status_code == 404
    assert client_as("deputy", "other").get(url).status_code == 404


@pytest.mark.parametrize("kind", ["handover", "reply", "opinion", "nothing"])
def test_no_paper_is_guessed(kind, world: World, suggestion, client_as):
    register(suggestion, world.at)
    for part in (0, 1, 10**17):
        assert client_as("secretary").get(url_of(suggestion, kind, part)).status_code == 404


def test_a_download_is_one_entry(world: World, suggestion, client_as):
    register(suggestion, world.at)
    before = Entry.objects.count()
    client_as("secretary").get(url_of(suggestion, "form"))
    assert Entry.objects.count() == before + 1
    entry = Entry.objects.latest("pk")
    number = fresh(suggestion).reference
    assert (entry.act, entry.note) == ("download", f"代表建议专用纸_{number}.docx")
    assert (entry.object_id, entry.organisation_name) == (suggestion.pk, "石桥镇")


def test_the_offices_number_and_the_article_stand_on_the_papers(
    world: World, suggestion: Suggestion, client_as
):
    chair, at = presidium_of(suggestion), world.at
    other = SuggestionFactory(congress=world.township, at=at, submitted=True)
    handed = SuggestionFactory(congress=world.township, at=at, assigned=True)
    sheet, client = url_of(handed, "handover", part_of(handed).pk), client_as("secretary")
    assert bare("交办机构联系电话：") in paper(client, sheet), "to be written by hand"
    actions.set_office_phone(world.township, phone="0000-5550102", by=chair, at=at)
    article = "《代表建议办理办法》第八条"
    said = {"refusal": "academic", "note": "属学术探讨。", "article": article}
    actions.refuse_suggestion(other, **said, by=chair, at=at)
    letter = paper(client, url_of(other, "refusal"))
    assert bare(f"根据{article}的规定") in letter
    slip = paper(client, url_of(handed, "reminder", part_of(handed).pk))
    assert all("0000-5550102" in text for text in (letter, paper(client, sheet), slip))


@pytest.mark.parametrize("number", [1, 3])
def test_questions(number, world: World, suggestion, django_assert_num_queries):
    for _ in range(number - 1):
        SuggestionFactory(congress=world.township, assigned=True)
    hand(suggestion, world.at)
    made, part = fresh(suggestion), _part(part_of(suggestion))
    secretary = [world.actor("secretary")]
    with django_assert_num_queries(4):
        offers(secretary, made)
    with django_assert_num_queries(4):
        filling.form(made, None)
    with django_assert_num_queries(5):
        filling.handover_sheet(made, part)
    with django_assert_num_queries(5):
        filling.reminder_slip(made, part, world.today)
    release_after = timezone.now() + timedelta(days=1)
    actions.acknowledge(part, by=world.actor("unit_officer"), at=release_after)
    release(made, release_after)
    made = fresh(suggestion)
    reply = Reply.objects.select_related("assignment__unit").get()
    with django_assert_num_queries(3):
        filling.reply_letter(made, reply)
    row = lead_row(made)
    with django_assert_num_queries(4):
        filling.opinion_form(made, row, [reply])


def test_everybody_who_reads_papers_sees_the_record(world: World, suggestion):
    answer(suggestion, world.at)
    for role in ("secretary", "chair", "deputy", "unit_officer"):
        assert visible_to([world.actor(role)]).filter(pk=suggestion.pk).exists()
