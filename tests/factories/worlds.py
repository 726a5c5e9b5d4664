"""The organisations of two counties and their sites, kept between tests."""

from django.utils import timezone

from congress.audit.actors import Actor
from congress.organisations.models import Organisation
from home.actions import open_county
from tests.snapshots import Snapshots

BASE_URL = "http://testserver"
PLACES = {
    "home": ("云岭县", "石桥镇", "石桥镇农业服务中心"),
    "other": ("云岭县", "云坪镇", "云坪镇农业服务中心"),
    "foreign": ("临溪县", "柳河镇", "柳河镇农业服务中心"),
}


def make_organisations() -> None:
    for county, township, unit in PLACES.values():
        top, _ = Organisation.objects.get_or_create(name=county, kind="county")
        town = Organisation.objects.create(name=township, kind="township", parent=top)
        Organisation.objects.create(name=unit, kind="unit", parent=town)


def open_home() -> None:
    opened(Organisation.objects.get(kind="county", name=PLACES["home"][0]))


def open_foreign() -> None:
    opened(Organisation.objects.get(kind="county", name=PLACES["foreign"][0]))


def opened(county: Organisation) -> None:
    """Opens the county's site with a part for each of its townships."""
    open_county(county, base_url=BASE_URL, by=Actor.system("tests"), at=timezone.now())


SNAPSHOTS = Snapshots(make_organisations, open_home, open_foreign)


def open_counties() -> None:
    SNAPSHOTS.lay(open_home)
    SNAPSHOTS.lay(open_foreign)
