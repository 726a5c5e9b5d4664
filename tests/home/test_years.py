"""A year that nobody means is told beside the field, in the editor and in the plain form."""

import pytest
from django.urls import reverse

from home.models import NewsPage
from tests.factories.home import make_news, make_notice_page
from tests.home.notices.form import form_of

YEARS = pytest.mark.parametrize("year", ["0001", "9999"])
NEWS = {"title": "新闻", "text": "正文", "source": "镇人大", "published_on": "2026-11-20"}


@YEARS
@pytest.mark.parametrize("field", ["go_live_at", "expire_at", "published_on"])
def test_the_plain_form(site, client_as, year, field):
    value = f"{year}-12-31" + ("" if field == "published_on" else "T00:00")
    answer = client_as("secretary").post(reverse("home:news_new"), NEWS | {field: value})
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, [field])
    assert not NewsPage.objects.exists()


@YEARS
@pytest.mark.parametrize("field", ["go_live_at", "expire_at"])
def test_the_editor(site, client_as, year, field):
    page = make_news(site.township, draft=True)
    form = {"title": "新闻", "published_on": "2026-11-20", "body-count": "0"}
    form |= {"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    answer = client_as("secretary").post(url, form | {field: f"{year}-01-01 00:00"})
    assert field in answer.context["form"].errors


@YEARS
def test_a_notice_in_the_editor(site, client_as, year):
    page = make_notice_page(site.township)
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = form_of(page, meeting_at=f"{year}-01-01 00:00")
    assert "meeting_at" in client_as("secretary").post(url, form).context["form"].errors
