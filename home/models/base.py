"""What every page of the site shares: its crumbs, and who may touch the site's frame."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import pgettext
from wagtail.models import Page, PagePermissionTester

from home.models.raw_texts import documents_in
from home.models.readings import words_of


@dataclass(frozen=True)
class Crumb:
    label: str
    url: str


class SiteTester(PagePermissionTester):
    """News stay in their section and are sorted by date; nothing restricted rests on a page."""

    def can_move(self) -> bool:
        return False

    def can_reorder_children(self) -> bool:
        return False

    def can_set_view_restrictions(self) -> bool:
        return False


class SitePage(Page):
    """A page of a county's site. Its template gets `crumbs`, from the home page down."""

    class Meta:
        abstract = True

    def permissions_for_user(self, user: Any) -> SiteTester:
        return SiteTester(user, self)

    def can_move_to(self, parent: Page) -> bool:
        """News of one section go to another as a copy."""
        return False

    def document_words(self) -> list[str]:
        """The words of the documents that the page shows, for the search."""
        return list(words_of(documents_in(self)).values())

    def crumb_label(self) -> str:
        return self.title

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        above = [] if self.depth <= 2 else self.get_ancestors().filter(depth__gte=2).live()
        crumbs = [
            Crumb(
                pgettext("page title", "Front page") if p.depth == 2 else p.title,
                p.get_url(request),
            )
            for p in above
        ]
        crumbs.append(Crumb(self.crumb_label(), ""))
        return super().get_context(request, *args, **kwargs) | {"crumbs": crumbs}


class FrameTester(SiteTester):
    """Nobody removes, copies or takes offline a page of the frame; whoever publishes in its
    section may edit it."""

    def can_edit(self) -> bool:
        return super().can_edit() and self.can_publish()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return False

    def can_unpublish(self) -> bool:
        return False

    def can_copy(self) -> bool:
        return False


class FramePage(SitePage):
    """A page that `open_site` makes and that stands as long as the site. Wagtail does not inherit
    `is_creatable`: every such page says itself that it is not."""

    class Meta:
        abstract = True

    def permissions_for_user(self, user: Any) -> FrameTester:
        return FrameTester(user, self)
