"""Who may do what in Wagtail's admin: rights follow the running appointments."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from congress.organisations.models import Appointment
from home.actions import keep_membership
from home.models import NewsIndexPage, NewsPage
from tests.factories.home import make_news

EDITORS = [
    ("secretary", "home"),
    ("chair", "home"),
    ("secretary", "other"),
    ("county_editor", "home"),
    ("county_supervisor", "home"),
    ("county_editor", "foreign"),
    ("secretary", "foreign"),
]
# What each may do with a page of 石桥镇: edit a draft, copy it, delete it. Nobody publishes: the
# three reviews do.
HANDS = {"edit", "copy", "delete"}
ALLOWED = {
    ("secretary", "home"): HANDS,
    ("chair", "home"): HANDS,
    ("county_editor", "home"): HANDS,
    ("county_supervisor", "home"): HANDS,
}


def client_of(world, role, place) -> Client:
    client = Client()
    client.force_login(world.user(role, place))
    return client


def form_of(page: NewsPage, **changes) -> dict:
    """What the editor's form sends."""
    fields = {
        "title": page.title,
        "summary": "",
        "cover": "",
        "cover_alternative": "",
        "source": "",
        "author": "",
        "published_on": "2026-11-20",
        "correction": "",
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }
    return fields | changes


def edit(client, page):
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    client.post(url, form_of(page, title="改过的标题"))
    return NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object().title == "改过的标题"


def publish(client, page):
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    client.post(url, form_of(page) | {"action-publish": "1"})
    return NewsPage.objects.get(pk=page.pk).live


def copy(client, page):
    parent = page.get_parent().pk
    client.post(
        reverse("wagtailadmin_pages:copy", args=[page.pk]),
        {"new_title": "副本", "new_slug": "copy", "new_parent_page": parent},
    )
    return NewsPage.objects.filter(title="副本").exists()


def move(client, page):
    home_list = NewsIndexPage.objects.get(section__kind="county", section__name="云岭县")
    client.post(
        reverse("wagtailadmin_pages:move_confirm", args=[page.pk, home_list.pk]),
    )
    return NewsPage.objects.get(pk=page.pk).get_parent().pk == home_list.pk


def delete(client, page):
    client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    return not NewsPage.objects.filter(pk=page.pk).exists()


ACTS = {"edit": edit, "publish": publish, "copy": copy, "move": move, "delete": delete}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize(("role", "place"), EDITORS, ids=lambda value: value)
def test_pages_of_a_township(site, role, place, act):
    page = make_news(site.township, draft=True)
    done = ACTS[act](client_of(site, role, place), page)
    assert done == (act in ALLOWED.get((role, place), set()))


@pytest.mark.parametrize(("role", "place"), EDITORS, ids=lambda value: value)
def test_out_of_scope_is_not_there(site, role, place):
    page = make_news(site.township, draft=True)
    response = client_of(site, role, place).get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert response.status_code == (200 if (role, place) in ALLOWED else 404)


@pytest.mark.parametrize("role", ["deputy", "unit_officer", "county_admin", "auditor"])
def test_who_edits_nothing_is_refused(site, client_as, role):
    assert client_as(role).get("/admin/").status_code == 403


def test_a_stranger_is_sent_to_the_log_in(site, client):
    response = client.get("/admin/pages/")
    assert response.status_code == 302
    assert response.url.startswith(reverse("account_login"))


def test_a_township_leaves_published_news_online(site, client_as):
    page = make_news(site.township)
    client_as("secretary").post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    client_as("secretary").post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    assert NewsPage.objects.get(pk=page.pk).live is True


@pytest.mark.parametrize("role", ["secretary", "county_editor"])
def test_the_frame_of_the_site_stays(site, client_as, role):
    index = NewsIndexPage.objects.get(section=site.township)
    client_as(role).post(reverse("wagtailadmin_pages:delete", args=[index.pk]))
    client_as(role).post(reverse("wagtailadmin_pages:unpublish", args=[index.pk]))
    assert NewsIndexPage.objects.get(pk=index.pk).live is True


def test_only_the_county_edits_the_frame(site, client_as):
    index = NewsIndexPage.objects.get(section=site.township)
    url = reverse("wagtailadmin_pages:edit", args=[index.pk])
    statuses = [client_as(role).get(url).status_code for role in ("secretary", "county_editor")]
    assert statuses == [302, 200]


def test_the_right_ends_with_the_appointment(site):
    user = site.user("secretary")
    page = make_news(site.township, draft=True)
    client = client_of(site, "secretary", "home")
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert client.get(url).status_code == 200
    Appointment.objects.filter(user=user).update(ends_on=site.today)
    assert client.get(url).status_code == 403
    assert list(user.groups.all()) == []


def test_a_second_appointment_keeps_its_own_right(site):
    user = site.user("secretary")
    own, other = make_news(site.township, draft=True), make_news(site.other, draft=True)
    Appointment.objects.create(
        user=user, organisation=site.other, role="secretary", starts_on=site.long_ago
    )
    client = client_of(site, "secretary", "home")
    urls = [reverse("wagtailadmin_pages:edit", args=[page.pk]) for page in (own, other)]
    assert [client.get(url).status_code for url in urls] == [200, 200]
    Appointment.objects.filter(organisation=site.township).update(ends_on=site.today)
    assert [client.get(url).status_code for url in urls] == [404, 200]


def test_a_future_appointment_gives_nothing_yet(site):
    user = site.user("secretary")
    Appointment.objects.filter(user=user).update(starts_on=site.today + timedelta(days=1))
    assert client_of(site, "secretary", "home").get("/admin/").status_code == 403


def test_membership_is_one_query_when_nothing_changed(site, django_assert_num_queries):
    user = site.user("secretary")
    keep_membership(user, on=site.today)
    with django_assert_num_queries(1):
        keep_membership(user, on=site.today)


@pytest.mark.parametrize(
    "path", ["users/", "groups/", "reports/site-history/", "workflows/list/", "locales/"]
)
def test_screens_that_are_not_ours_are_closed(site, path):
    user = site.user("county_editor")
    user.is_superuser = True
    user.save()
    client = Client()
    client.force_login(user)
    assert client.get(f"/admin/{path}").status_code == 404


def test_the_account_screen_leads_to_the_password(site, client_as):
    response = client_as("secretary").get("/admin/account/")
    assert response.url == reverse("account_change_password")
