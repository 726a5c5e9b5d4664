"""The routes of the site: the press, and the public pages that Wagtail serves."""

from congress.information.models import Item
from home.models import HomePage, NewsIndexPage, NewsPage, Section, TownshipPage
from tests.factories.home import make_news, opened
from tests.factories.information import ItemFactory
from tests.routes.table import PUBLIC, Route, pk
from tests.routes.world import World

TITLE = "石桥镇代表三进农户院议出饮水时间表"


def open_site(world: World) -> None:
    """The demo county's site stands already."""
    if not Section.objects.filter(organisation=world.county).exists():
        opened(world.county)


def adopted(world: World) -> Item:
    open_site(world)
    return ItemFactory(organisation=world.township, adopted=True, title=TITLE)


def news(world: World) -> NewsPage:
    open_site(world)
    return make_news(world.county, title=TITLE, published_on=world.today)


def township_news(world: World) -> TownshipPage:
    open_site(world)
    make_news(world.township, title=TITLE, published_on=world.today)
    return TownshipPage.objects.get(organisation=world.township)


def front_page(world: World) -> HomePage:
    news(world)
    return HomePage.objects.get(county=world.county)


def news_list(world: World) -> NewsIndexPage:
    news(world)
    return NewsIndexPage.objects.get(section=world.county)


ROUTES = (
    Route(
        "home:press",
        method="POST",
        role="secretary",
        make=adopted,
        kwargs=pk,
        text=TITLE,
        wrong="deputy",
    ),
    Route(
        "home:press",
        method="POST",
        role="county_editor",
        make=adopted,
        kwargs=pk,
        text=TITLE,
        wrong="county_admin",
    ),
    Route("feed", role=PUBLIC, make=front_page, text=TITLE, picture=False),
    Route(
        "part_feed",
        role=PUBLIC,
        make=township_news,
        kwargs=lambda page: {"part": page.slug},
        text=TITLE,
        picture=False,
    ),
    Route("sitemap", role=PUBLIC, make=news, text=lambda page: page.full_url, picture=False),
    Route("robots", role=PUBLIC, make=news, text="Disallow: /work/", picture=False),
    Route("site: front page", role=PUBLIC, make=front_page, path=lambda p: p.url, text=TITLE),
    Route("site: news list", role=PUBLIC, make=news_list, path=lambda p: p.url, text=TITLE),
    Route("site: news", role=PUBLIC, make=news, path=lambda p: p.url, text=TITLE),
    Route("site: township", role=PUBLIC, make=township_news, path=lambda p: p.url, text=TITLE),
)
