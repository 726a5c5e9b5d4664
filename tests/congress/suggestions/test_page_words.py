"""What the pages of a deputy and of the office say to the one who reads them."""

import re

import pytest
from django.urls import reverse

from tests.congress.suggestions.entering import of, url
from tests.factories.notices import NoticeFactory
from tests.factories.suggestions import SuggestionFactory
from tests.routes.suggestions_entry import asked, entered, led, mandate
from tests.routes.suggestions_units import part

SECTION = "<h2>代表评价</h2>"


def shown(client, name: str, *keys: int) -> str:
    return client.get(url(name, *keys)).content.decode()


@pytest.mark.parametrize("stage", [{}, {"replied": True}])
def test_to_the_one_who_acts_the_page_says_you(world, client_as, stage):
    page = shown(client_as("deputy"), "detail", led(**stage)(world).pk)
    assert "下一步：等您处理" in page
    assert "下一步：等领衔代表" not in page


def test_the_list_says_you_where_it_waits_for_you(world, client_as):
    led(replied=True)(world)
    page = shown(client_as("deputy"), "mine")
    assert "下一步：等您处理" in page
    assert "等代表评价答复" not in page


@pytest.mark.parametrize("address", ["notices:list", "overview:today"])
def test_of_several_notices_the_first_has_the_main_button(world, address):
    own = mandate(world)
    for _notice in range(2):
        NoticeFactory(organisation=world.township, at=world.at, sent=True)
    asked(world)
    page = of(own).get(reverse(address)).content.decode()
    assert page.count("查看并回复") == 2
    assert page.count("button-main button-big") == 1


@pytest.mark.parametrize("address", ["suggestions:mine", "overview:today"])
def test_of_several_that_wait_the_first_has_the_main_button(world, address):
    asked(world)
    asked(world)
    page = of(mandate(world)).get(reverse(address)).content.decode()
    assert page.count("看一看，是否附议") == 2
    assert page.count("button-main button-big") == 1


def test_the_rating_has_one_way_in_before_it_is_given(world, client_as):
    suggestion = led(replied=True)(world)
    page = shown(client_as("deputy"), "detail", suggestion.pk)
    assert page.count(url("rate", suggestion.pk)) == 1
    assert SECTION not in page
    assert SECTION in shown(client_as("secretary"), "detail", suggestion.pk)


def test_papers_stand_below_the_text(world, client_as):
    page = shown(client_as("deputy"), "detail", led(in_handling=True)(world).pk)
    assert page.index("<h2>建议内容</h2>") < page.index("<h2>文书</h2>")
    assert page.count("代表建议专用纸") == 1


def test_the_title_stands_once_above_the_page(world, client_as):
    suggestion = led()(world)
    main = shown(client_as("deputy"), "detail", suggestion.pk).partition('class="crumbs"')[2]
    assert main.count(suggestion.title) == 1


def test_the_office_is_not_spoken_to_as_a_deputy(world, client_as):
    entered(world)
    page = shown(client_as("secretary"), "enter")
    assert "您认为应当怎么办" not in page
    assert "人大办公室会核定" not in page
    assert "主席团已决定将这件议案作为建议处理" in page
    assert "请选择</option>" in page
    assert "---------" not in page


def test_from_the_form_on_paper_a_way_leads_back(world, client_as):
    suggestion = led(submitted=True)(world)
    page = shown(client_as("deputy"), "paper", suggestion.pk)
    assert f'href="{url("detail", suggestion.pk)}"' in page


def test_a_unit_finds_its_list_in_menu_and_path(world, client_as):
    row = part(in_handling=True)(world)
    page = shown(client_as("unit_officer"), "detail", row.suggestion_id)
    address = url("unit")
    assert f'<li><a href="{address}">承办建议</a></li>' in page
    current = re.findall(r'<a [^>]*href="([^"]+)"[^>]*aria-current="page"', page)
    assert set(current) == {address}


def test_a_column_without_a_word_is_left_out(world, client_as):
    part(in_handling=True)(world)
    client = client_as("chair")
    everything = client.get(url("board_rows"), {"figure": "all"}).content.decode()
    assert "<th>状态</th>" in everything
    assert "<th>计入依据</th>" not in everything
    assert "<th>所属人大</th>" not in everything


def test_what_has_no_value_has_no_label_on_a_phone(world, client_as):
    """An empty cell: a dash by style on a desk, left out on a phone."""
    led(submitted=True)(world)
    page = shown(client_as("secretary"), "list")
    assert 'data-label="编号"></td>' in page


@pytest.mark.parametrize("role", ["secretary", "county_supervisor"])
def test_no_cell_reads_none(world, client_as, role):
    """Without a number, and of the county without a lead deputy who signed."""
    world.term_of(world.county)
    led(submitted=True)(world)
    SuggestionFactory(congress=world.county, at=world.at, submitted=True).signatories.all().delete()
    assert ">None<" not in shown(client_as(role), "list")


def test_the_nearest_date_stands_once_above_the_table_of_time_limits(world, client_as):
    row = part(in_handling=True)(world)
    nearest = row.suggestion.clocks.running().owed().first()
    page = shown(client_as("secretary"), "detail", row.suggestion_id)
    above, _heading, table = page.partition("<h2>办理期限</h2>")
    said = f'datetime="{nearest.due.isoformat()}"'
    assert (above.count(said), table.count(said)) == (1, 1)


def test_the_article_of_a_refusal_is_read_and_offered_again(world, client_as):
    refused, again = led(submitted=True)(world), led(submitted=True)(world)
    chair = client_as("chair")
    said = {"refusal": "academic", "note": "属学术探讨。", "article": "《办理办法》第八条"}
    chair.post(url("refuse", refused.pk), said)
    for client in (chair, client_as("deputy")):
        assert "依据：《办理办法》第八条" in shown(client, "detail", refused.pk)
    assert "《办理办法》第八条" in shown(chair, "refuse", again.pk)
    chair.post(url("undo_refusal", refused.pk), {"reason": "有新情况。"})
    assert "《办理办法》第八条" not in shown(chair, "detail", refused.pk)
