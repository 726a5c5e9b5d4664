"""Log-in and error pages on a database that has no site yet."""

from django.conf import settings
from django.test import RequestFactory
from wagtail.models import Page, Site

from home.queries import footer_of, site_names
from home.queries.menu import public_menu


def request():
    return RequestFactory().get("/account/login/")


def test_after_the_first_migrate(db):
    assert site_names(request()).name == settings.WAGTAIL_SITE_NAME
    assert set(footer_of(request()).values()) == {""}
    assert public_menu(request()) == []


def test_without_any_site(db):
    Site.objects.all().delete()
    Page.objects.filter(depth=2).delete()
    assert site_names(request()).name == settings.WAGTAIL_SITE_NAME
    assert public_menu(request()) == []


def test_the_log_in_page(db, client):
    assert client.get("/account/login/").status_code == 200


def test_the_names_are_asked_once(site, django_assert_num_queries):
    asked = request()
    with django_assert_num_queries(2):
        site_names(asked)
        footer_of(asked)
        site_names(asked)
