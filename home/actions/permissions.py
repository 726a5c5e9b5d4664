"""What the editors of a section may do, in Wagtail's tables."""

from collections.abc import Iterable

from django.contrib.auth.models import Permission
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    GroupSitePermission,
    Page,
    Site,
)

from home.models import NoticeIndexPage, Section

ENTER = ("wagtailadmin.access_admin",)
WRITE = ("wagtailcore.add_page", "wagtailcore.change_page")
# Nobody publishes: the three reviews do. Who may lock pages keeps the frame of the site, see
# `home.models.base`.
KEEP = (*WRITE, "wagtailcore.lock_page", "wagtailcore.unlock_page")
PUBLISH = "publish_page"
USE_FILES = ("wagtailimages.choose_image", "wagtaildocs.choose_document")
KEEP_FILES = (
    *USE_FILES,
    "wagtailimages.add_image",
    "wagtailimages.change_image",
    "wagtaildocs.add_document",
    "wagtaildocs.change_document",
)
NAMES = ("home.change_sitesettings",)


def allow_county(section: Section, home: Page, site: Site) -> None:
    """The county writes in the whole tree, keeps its frame and all files of the county."""
    _enter(section)
    _allow_pages(section, home, KEEP)
    _allow_files(section, section.collection.get_parent(), KEEP_FILES)
    for permission in _permissions(NAMES):
        GroupSitePermission.objects.get_or_create(
            group=section.editors, site=site, permission=permission
        )


def allow_township(section: Section, page: Page, shared: Collection) -> None:
    """A township writes in its own part, keeps its own files and uses the county's."""
    _enter(section)
    _allow_pages(section, page, WRITE)
    _allow_files(section, section.collection, KEEP_FILES)
    _allow_files(section, shared, USE_FILES)


def allow_notices(section: Section, index: NoticeIndexPage) -> None:
    """The office alone; which of its people write is asked of their roles."""
    _allow_pages(section, index, WRITE)
    _allow_files(section, index.files, KEEP_FILES)


def _permissions(names: Iterable[str]) -> list[Permission]:
    """The permissions of `app.codename` names; raises where one is missing."""
    pairs = [name.split(".") for name in names]
    return [
        Permission.objects.get(content_type__app_label=app, codename=codename)
        for app, codename in pairs
    ]


def _enter(section: Section) -> None:
    section.editors.permissions.add(*_permissions(ENTER))


def _allow_pages(section: Section, page: Page, names: Iterable[str]) -> None:
    """Takes the right to publish, which sections had before the reviews."""
    held = GroupPagePermission.objects.filter(group=section.editors)
    held.filter(permission__codename=PUBLISH).delete()
    for permission in _permissions(names):
        GroupPagePermission.objects.get_or_create(
            group=section.editors, page=page, permission=permission
        )


def _allow_files(section: Section, collection: Collection, names: Iterable[str]) -> None:
    for permission in _permissions(names):
        GroupCollectionPermission.objects.get_or_create(
            group=section.editors, collection=collection, permission=permission
        )
