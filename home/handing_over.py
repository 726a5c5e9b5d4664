"""The editor of a notice: its one act is to hand the notice over."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from congress.flow.moves import NotNow
from congress.notices.rules import may_write
from congress.organisations.models import User
from congress.organisations.rules import actors_of
from home.actions import NotHandedOver, hand_over_notice
from home.models import NoticeIndexPage, NoticePage
from home.rules import visible_pages

HAND_OVER = "action-hand-over"


class HandOverItem(ActionMenuItem):
    name = HAND_OVER
    label = gettext_lazy("Hand over, then choose the people")
    icon_name = "mail"


class NoticesMenuItem(MenuItem):
    """For those whose offices write notices."""

    def is_shown(self, request: HttpRequest) -> bool:
        return lists_in_sight(request).exists()


def notices_menu(url: str) -> NoticesMenuItem:
    label = pgettext_lazy("menu", "Notices")
    return NoticesMenuItem(label, url, name="notices", icon_name="mail", order=110)


def lists_in_sight(request: HttpRequest) -> Any:
    if not isinstance(request.user, User):
        return NoticeIndexPage.objects.none()
    return NoticeIndexPage.objects.filter(pk__in=visible_pages(request.user).values("pk"))


def own_notices(request: HttpRequest) -> HttpResponse:
    """Of several offices the place where they meet."""
    lists = list(lists_in_sight(request)[:2])
    if not lists:
        raise Http404
    if len(lists) > 1:
        return redirect("wagtailadmin_explore_root")
    return redirect("wagtailadmin_explore", lists[0].pk)


def acts_of_a_notice(items: list[ActionMenuItem], context: dict[str, Any]) -> None:
    """Saved or handed over; what would publish or review is not there."""
    page = context.get("page") or context.get("parent_page")
    if not isinstance(page, NoticePage | NoticeIndexPage):
        return
    kept = [item for item in items if item.name == "action-save-draft"]
    items[:] = kept if context["view"] == "revisions_revert" else [*kept, HandOverItem(order=10)]


def hand_over_if_asked(request: HttpRequest, page: Page) -> HttpResponse | None:
    """After the page was saved."""
    if not isinstance(page, NoticePage) or HAND_OVER not in request.POST:
        return None
    office, at = page.section, timezone.now()
    actors = actors_of(request.user, timezone.localdate(at))
    writers = [a for a in actors if may_write(a) and a.organisation_id == office.pk]
    try:
        notice = hand_over_notice(page, by=writers[0], at=at)
    except (NotHandedOver, NotNow) as refusal:
        messages.error(request, str(refusal))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("Handed over. Now choose whom it is for."))
        return redirect("notices:detail", notice.pk)
    return redirect("wagtailadmin_pages:edit", page.pk)
