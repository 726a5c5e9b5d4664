"""The routes of study, laws and about, and of what people have learned."""

from django.urls import reverse
from django.utils import timezone

from home.actions import learn_page
from home.models import AboutPage, LawIndexPage, LawPage, StudyIndexPage, StudyPage
from tests.factories.pages import make_law, make_study
from tests.routes.home import open_site
from tests.routes.table import PUBLIC, Route, pk
from tests.routes.world import World

TITLE, LAW = "代表法修正后的五个要点", "乡镇人民代表大会工作条例"
OFFICE = "石桥镇：代表和工作人员"


def study(world: World) -> StudyPage:
    open_site(world)
    return make_study(world.county, title=TITLE)


def learned(world: World) -> StudyPage:
    page = study(world)
    for role in ("secretary", "deputy", "county_editor"):
        learn_page(page, by=world.actor(role), at=timezone.now())
    return page


def study_list(world: World) -> StudyIndexPage:
    study(world)
    return StudyIndexPage.objects.get(section=world.county)


def law(world: World) -> LawPage:
    open_site(world)
    return make_law(world.county, title=LAW)


def law_list(world: World) -> LawIndexPage:
    law(world)
    return LawIndexPage.objects.get(section=world.county)


def about(world: World) -> AboutPage:
    open_site(world)
    page = AboutPage.objects.child_of(world.county.home_page).get()
    if not page.live:
        page.save_revision().publish()
    return page


ROUTES = (
    Route("home:study", role="county_editor", make=learned, text=TITLE),
    Route(
        "home:study_learn",
        method="POST",
        role="county_editor",
        make=study,
        kwargs=pk,
        text="已记入您的学习记录。",
    ),
    Route(
        "home:study_unlearn",
        method="POST",
        role="county_editor",
        make=learned,
        kwargs=pk,
        text="已收回您的学习记录。",
    ),
    Route("home:study_office", role="secretary", make=learned, text=OFFICE, wrong="deputy"),
    Route(
        "home:study_office_page",
        role="chair",
        make=learned,
        path=lambda page: reverse("home:study_office_page", args=[page.pk]),
        text="石桥镇</a>",
        wrong="county_editor",
    ),
    Route("site: study list", role=PUBLIC, make=study_list, path=lambda p: p.url, text=TITLE),
    Route("site: study page", role=PUBLIC, make=study, path=lambda p: p.url, text=TITLE),
    Route("site: laws", role=PUBLIC, make=law_list, path=lambda p: p.url, text=LAW),
    Route("site: law", role=PUBLIC, make=law, path=lambda p: p.url, text=LAW),
    Route("site: about", role=PUBLIC, make=about, path=lambda p: p.url, text="机构概况"),
)
