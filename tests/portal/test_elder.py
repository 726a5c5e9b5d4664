"""大字版: one cookie, one link, back to where one was."""

from django.test import Client


def test_the_switch_sets_a_cookie_and_goes_back(db):
    answer = Client().get("/elder/?on=1&next=/account/login/")
    assert (answer.status_code, answer["Location"]) == (302, "/account/login/")
    assert answer.cookies["elder"].value == "1"
    assert answer.cookies["elder"]["samesite"] == "Lax"


def test_the_page_grows_and_shrinks_again(db):
    client = Client()
    client.get("/elder/?on=1")
    assert 'class="elder"' in client.get("/account/login/").content.decode()
    client.get("/elder/?on=0")
    assert 'class="elder"' not in client.get("/account/login/").content.decode()


def test_it_never_leads_to_a_foreign_host(db):
    for there in ("//example.com/", "https://example.com/", "javascript:alert(1)"):
        assert Client().get("/elder/", {"on": "1", "next": there})["Location"] == "/"
