"""What every page of the site shares: its crumbs, and who may touch the site's frame.

Nobody holds Wagtail's right to publish. Who keeps a part of the site holds its right to lock
pages instead: the county, in the whole of its tree.
"""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.utils.translation import pgettext
from wagtail.models import Page, PagePermissionTester

from congress.web.public_pages import public
from home.models.raw_texts import documents_in
from home.models.readings import words_of


@dataclass(frozen=True)
class Crumb:
    label: str
    url: str


class SiteTester(PagePermissionTester):
    """News stay in their section and are sorted by date; nothing restricted rests on a page."""

    @property
    def keeps(self) -> bool:
        if not self.user.is_active or self.page_is_root:
            return False
        return self.user.is_superuser or "lock" in self.permissions

    def can_publish(self) -> bool:
        return False

    def can_publish_subpage(self) -> bool:
        return False

    def can_unpublish(self) -> bool:
        """What is wrong can be taken offline at once, also while its correction is in review."""
        return self.keeps and self.page.live

    def can_unschedule(self) -> bool:
        return self.can_edit()

    def can_move(self) -> bool:
        return False

    def can_reorder_children(self) -> bool:
        return False

    def can_set_view_restrictions(self) -> bool:
        return False


@dataclass(frozen=True)
class FeedLink:
    title: str
    url: str


class SitePage(Page):
    """A page of a county's site. Its template gets `crumbs`, from the home page down, its one
    address `canonical`, and `feed`, the feed of the part that it stands in."""

    class Meta:
        abstract = True

    def permissions_for_user(self, user: Any) -> SiteTester:
        return SiteTester(user, self)

    def can_move_to(self, parent: Page) -> bool:
        """News of one section go to another as a copy."""
        return False

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        answer = super().serve(request, *args, **kwargs)
        return answer if getattr(request, "is_preview", False) else public(answer)

    def document_words(self) -> list[str]:
        """The words of the documents that the page shows, for the search."""
        return list(words_of(documents_in(self)).values())

    def crumb_label(self) -> str:
        return self.title

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        above = [] if self.depth <= 2 else list(self.get_ancestors().filter(depth__gte=2).live())
        crumbs = [
            Crumb(
                pgettext("page title", "Front page") if p.depth == 2 else p.title,
                p.get_url(request),
            )
            for p in above
        ]
        crumbs.append(Crumb(self.crumb_label(), ""))
        return super().get_context(request, *args, **kwargs) | {
            "crumbs": crumbs,
            "canonical": self.get_full_url(request) or "",
            "feed": self._feed([*above, self]),
        }

    @staticmethod
    def _feed(line: list[Page]) -> FeedLink | None:
        """Of the part of the front page, which is the second in the line of pages down to this
        one; the front page itself has that of the whole site, which every page names."""
        if len(line) < 2:
            return None
        return FeedLink(line[1].title, reverse("part_feed", args=[line[1].slug]))


class FrameTester(SiteTester):
    """Nobody removes, copies or takes offline a page of the frame; the county edits and publishes
    it without review."""

    def can_edit(self) -> bool:
        return super().can_edit() and self.keeps

    def can_publish(self) -> bool:
        return self.keeps

    def can_submit_for_moderation(self) -> bool:
        return False

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
