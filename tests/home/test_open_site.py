"""Opening a county's site, and opening it again."""

from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from wagtail.models import Collection, GroupPagePermission, Locale, Page, Site, Workflow

from congress.audit.models import Entry
from home.models import HomePage, NewsIndexPage, Section, SiteSettings, TownshipPage
from tests.factories.organisations import OrganisationFactory

COUNTED = (Page, Site, Group, Collection, Section, SiteSettings, GroupPagePermission, Entry)


def open_site(**options) -> str:
    out = StringIO()
    call_command("open_site", stdout=out, **options)
    return out.getvalue()


def refusal(**options) -> CommandError:
    with pytest.raises(CommandError) as caught:
        open_site(**options)
    return caught.value


@pytest.fixture
def county(db):
    county = OrganisationFactory(county=True, name="云岭县")
    OrganisationFactory(name="石桥镇", parent=county)
    return county


def test_the_tree_stands(county):
    open_site()
    home = HomePage.objects.get(county=county)
    township = TownshipPage.objects.get(organisation__name="石桥镇")
    assert township.get_parent().pk == home.pk
    lists = NewsIndexPage.objects.order_by("depth").values_list("section__name", "depth")
    assert list(lists) == [("云岭县", 3), ("石桥镇", 4)]
    site = Site.objects.get()
    assert (site.root_page_id, site.is_default_site, site.hostname) == (home.pk, True, "127.0.0.1")


def test_what_wagtail_brings_is_gone(county):
    open_site()
    assert not Page.objects.exact_type(Page).exclude(depth=1).exists()
    assert not Group.objects.filter(name__in=["Editors", "Moderators"]).exists()
    assert [workflow.name for workflow in Workflow.objects.all()] == ["三审三校"]


def test_twice_changes_nothing(county):
    open_site()
    before = [model.objects.count() for model in COUNTED]
    answer = open_site()
    assert [model.objects.count() for model in COUNTED] == before
    assert "云岭县" in answer


def test_what_the_editors_changed_stays(county):
    open_site()
    SiteSettings.objects.update(name="云岭人大")
    HomePage.objects.update(title="首页")
    open_site()
    assert SiteSettings.objects.get().name == "云岭人大"
    assert HomePage.objects.get().title == "首页"


def test_a_new_township_gets_its_part(county):
    open_site()
    OrganisationFactory(name="城关街道", subdistrict=True, parent=county)
    assert "城关街道" in open_site()
    assert TownshipPage.objects.filter(organisation__name="城关街道").exists()


def test_on_an_emptied_database(county):
    """After `flush`, which tests with threads and processes do, the roots are gone too."""
    for model in (Site, Page, Collection, Locale):
        model.objects.all().delete()
    assert "云岭县" in open_site()
    assert Site.objects.get().root_page.specific.county == county


def test_a_unit_gets_none(county):
    OrganisationFactory(name="县财政局", unit=True, parent=county)
    open_site()
    assert not TownshipPage.objects.filter(organisation__name="县财政局").exists()


def test_without_a_county_it_is_refused(db):
    assert refusal().returncode == 2


def test_with_two_counties_it_asks_which(county):
    OrganisationFactory(county=True, name="临溪县")
    error = refusal()
    assert error.returncode == 2
    assert "云岭县" in str(error)
    assert refusal(county="远山县").returncode == 2


def test_a_second_county_has_a_site_of_its_own(county):
    other = OrganisationFactory(county=True, name="临溪县")
    open_site(county="云岭县")
    open_site(county="临溪县")
    second = Site.objects.get(root_page__in=HomePage.objects.filter(county=other))
    assert (second.is_default_site, Site.objects.count()) == (False, 2)
    assert second.hostname == f"county-{other.pk}.localhost"
