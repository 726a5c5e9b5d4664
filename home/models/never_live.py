"""The base of pages that are written in Wagtail's editor and never public."""

from typing import Any, NoReturn

from django.http import Http404, HttpRequest
from django.utils import timezone
from wagtail.models import Page, PagePermissionTester, Revision

from congress.notices.rules import may_write
from congress.organisations.models import Organisation
from congress.organisations.rules import actors_of
from home.models.reviewed import SCHEDULED
from home.review.refusals import NEVER_LIVE, NO_ALIAS, NO_MOVE, NotReviewed


class NeverLiveTester(PagePermissionTester):
    """Who writes notices of the office writes its pages; nobody publishes, moves or copies one. The
    superuser is no business role."""

    def writes(self) -> bool:
        if not self.user.is_active:
            return False
        office = self.page.specific.section
        actors = actors_of(self.user, timezone.localdate())
        return any(may_write(actor) and actor.organisation_id == office.pk for actor in actors)

    def can_add_subpage(self) -> bool:
        return super().can_add_subpage() and self.writes()

    def can_edit(self) -> bool:
        return super().can_edit() and self.writes()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return super().can_delete(ignore_bulk) and self.writes()

    def can_publish(self) -> bool:
        return False

    can_publish_subpage = can_unpublish = can_unschedule = can_publish
    can_move = can_copy = can_reorder_children = can_publish
    can_lock = can_set_view_restrictions = can_submit_for_moderation = can_publish


class NeverLivePage(Page):
    """A page of `section`, an office, that has no address and is shown to its editors alone.
    Whatever would make it live, or show it in a second place, raises `NotReviewed`."""

    search_fields = []
    promote_panels = []
    settings_panels = []

    class Meta:
        abstract = True

    @property
    def section(self) -> Organisation:
        raise NotImplementedError

    def permissions_for_user(self, user: Any) -> NeverLiveTester:
        return NeverLiveTester(user, self)

    def save(self, *args: Any, **kwargs: Any) -> Any:
        if self.live:
            raise NotReviewed(NEVER_LIVE)
        if self.alias_of_id:
            raise NotReviewed(NO_ALIAS)
        return super().save(*args, **kwargs)

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> None:
        """A date, set by whatever code, is taken back and does not hold up the others."""
        if kwargs.get("log_action") != SCHEDULED:
            raise NotReviewed(NEVER_LIVE)
        revision.approved_go_live_at = None
        revision.save(update_fields=["approved_go_live_at"])

    def copy(self, *args: Any, **kwargs: Any) -> Page:
        return super().copy(*args, **(kwargs | {"keep_live": False}))

    def move(self, target: Page, pos: str | None = None, user: Any = None) -> NoReturn:
        raise NotReviewed(NO_MOVE)

    def can_move_to(self, parent: Page) -> bool:
        return False

    def get_url_parts(self, *args: Any, **kwargs: Any) -> None:
        return None

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not getattr(request, "is_preview", False):
            raise Http404
        return super().serve(request, *args, **kwargs)
