"""The routes of news written in the workspace."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from home.models import NewsPage
from home.news_rows import rows_of_page
from home.news_states import version_of
from home.plain.kept import kept_in, named
from tests.documents import paragraph, word_file
from tests.factories.home import make_draft
from tests.routes.home import open_site
from tests.routes.table import Route, pk
from tests.routes.world import World

TITLE = "石桥镇代表三进农户院议出饮水时间表"


def section(world: World) -> None:
    open_site(world)


def draft(world: World) -> NewsPage:
    open_site(world)
    return make_draft(world.township, by=world.actor("secretary"), title=TITLE)


def county_draft(world: World) -> NewsPage:
    open_site(world)
    return make_draft(world.county, by=world.actor("county_editor"), title=TITLE)


def typed(page: NewsPage | None) -> dict[str, Any]:
    fields = {"title": TITLE, "text": "近日，代表视察。", "published_on": "2026-11-20"}
    if page is None:
        return fields
    kept = named(kept_in(rows_of_page(page)))
    return fields | {"version": version_of(page), "kept": kept}


def upload(_: Any) -> dict[str, Any]:
    content = word_file(paragraph(TITLE), paragraph("近日，代表视察。")).getvalue()
    return {"file": SimpleUploadedFile("稿件.docx", content)}


ROUTES = (
    Route("home:news", role="secretary", make=draft, text=TITLE, wrong="deputy"),
    Route("home:news", role="county_editor", make=county_draft, text=TITLE, wrong="county_admin"),
    Route("home:news_new", role="secretary", make=section, text="石桥镇", wrong="deputy"),
    Route(
        "home:news_new",
        method="POST",
        role="secretary",
        make=section,
        data=lambda _: typed(None),
        text="草稿已保存",
        wrong="unit_officer",
    ),
    Route("home:news_word", role="secretary", make=section, text="石桥镇", wrong="deputy"),
    Route(
        "home:news_word",
        method="POST",
        role="chair",
        make=section,
        data=upload,
        text=TITLE,
        wrong="auditor",
    ),
    Route("home:news_edit", role="secretary", make=draft, kwargs=pk, text=TITLE, wrong="deputy"),
    Route(
        "home:news_edit",
        method="POST",
        role="secretary",
        make=draft,
        kwargs=pk,
        data=typed,
        text=TITLE,
        wrong="deputy",
    ),
    Route(
        "home:news_autosave",
        method="POST",
        role="chair",
        make=draft,
        kwargs=pk,
        data=typed,
        text="saved_at",
        wrong="unit_officer",
    ),
)
