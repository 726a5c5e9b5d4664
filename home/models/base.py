"""What every page of the site shares: its crumbs, and who may touch the site's frame."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page, PagePermissionTester


@dataclass(frozen=True)
class Crumb:
    label: str
    url: str


class SitePage(Page):
    """A page of a county's site. Its template gets `crumbs`, from the home page down."""

    class Meta:
        abstract = True

    def crumb_label(self) -> str:
        return self.title

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        above = [] if self.depth <= 2 else self.get_ancestors().filter(depth__gte=2).live()
        crumbs = [
            Crumb(_("Front page") if p.depth == 2 else p.title, p.get_url(request)) for p in above
        ]
        crumbs.append(Crumb(self.crumb_label(), ""))
        return super().get_context(request, *args, **kwargs) | {"crumbs": crumbs}


class FrameTester(PagePermissionTester):
    """Nobody removes, copies, moves or takes offline a page of the frame; whoever publishes in
    its section may edit it."""

    def can_edit(self) -> bool:
        return super().can_edit() and self.can_publish()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return False

    def can_unpublish(self) -> bool:
        return False

    def can_copy(self) -> bool:
        return False

    def can_set_view_restrictions(self) -> bool:
        return False


class FramePage(SitePage):
    """A page that `open_site` makes and that stands as long as the site."""

    is_creatable = False

    class Meta:
        abstract = True

    def permissions_for_user(self, user: Any) -> FrameTester:
        return FrameTester(user, self)

    def can_move_to(self, parent: Page) -> bool:
        return False
