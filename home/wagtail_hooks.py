"""What of Wagtail's admin our editors see."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest
from django.template.response import TemplateResponse
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.documents.models import AbstractDocument
from wagtail.models import Page, PageQuerySet

from congress.organisations.models import User
from congress.organisations.rules import actors_of
from home import bulk, handing_over, listing
from home.actions import keep_membership
from home.models import StudyPage
from home.queries import newest_drafts
from home.queries.learning import learning_of
from home.review.waiting import sent_back_to, waiting_for
from home.rules import choosable_pages, is_published, may_use_document
from home.words import EditorWordsView

DRAFTS_SHOWN = 15
# Menus of Wagtail's that lead to closed screens or to foreign sites.
HIDDEN_MENUS = {"reports", "help", "workflows", "workflow-tasks", "users", "groups", "locales"}


@hooks.register("insert_global_admin_css")
def our_colours() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("home/admin.css"))


@hooks.register("register_admin_urls")
def our_urls() -> list[URLPattern]:
    return [
        path("words.js", EditorWordsView.as_view(), name="home_editor_words"),
        path("notices/", handing_over.own_notices, name="home_notices"),
    ]


@hooks.register("insert_global_admin_js")
def our_words() -> str:
    return format_html('<script src="{}"></script>', reverse("home_editor_words"))


@hooks.register("register_admin_menu_item")
def back_to_the_workspace() -> MenuItem:
    label = _("Back to the workspace")
    return MenuItem(label, reverse("overview:today"), name="workspace", icon_name="home", order=1)


@hooks.register("register_admin_menu_item")
def our_notices() -> MenuItem:
    return handing_over.notices_menu(reverse("home_notices"))


@hooks.register("construct_page_action_menu")
def no_notice_is_published(
    items: list[ActionMenuItem], _request: HttpRequest, context: dict[str, Any]
) -> None:
    handing_over.acts_of_a_notice(items, context)


hooks.register("after_edit_page", handing_over.hand_over_if_asked)
hooks.register("after_create_page", handing_over.hand_over_if_asked)


@hooks.register("construct_main_menu")
@hooks.register("construct_settings_menu")
def hide_menus(_request: HttpRequest, items: list[MenuItem]) -> None:
    items[:] = [item for item in items if item.name not in HIDDEN_MENUS]


@hooks.register("construct_page_chooser_queryset")
def own_pages_only(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    if not isinstance(request.user, User):
        return pages.none()
    return pages.filter(pk__in=choosable_pages(request.user).values("pk"))


for act in bulk.ACTS:
    hooks.register("register_bulk_action", act, order=1)


@hooks.register("register_admin_viewset", order=1)
def lists_of_pages() -> listing.PagesViewSet:
    return listing.PagesViewSet()


@hooks.register("before_copy_page")
def copy_needs_a_place(request: HttpRequest, page: Page) -> TemplateResponse | None:
    """Wagtail looks for the place of the copy before it asks the form."""
    if request.method != "POST" or request.POST.get("new_parent_page"):
        return None
    form = page.specific_class.copy_form_class(request.POST, user=request.user, page=page)
    context = {"page": page, "form": form, "next": request.POST.get("next", "")}
    return TemplateResponse(request, "wagtailadmin/pages/copy.html", context)


@hooks.register("before_serve_page")
def learning_of_the_reader(page: Page, request: HttpRequest, *_args: Any) -> None:
    """Asking who reads makes the answer vary by cookie: whoever brings no session is not asked, and
    is given the page that is kept for all."""
    if not isinstance(page, StudyPage):
        return
    if settings.SESSION_COOKIE_NAME not in request.COOKIES or request.user.is_anonymous:
        request.is_stranger = True  # type: ignore[attr-defined]
    else:
        request.learning = learning_of(page, request.user, timezone.localdate())  # type: ignore[attr-defined]


class DraftsPanel(Component):
    """The pages with changes that are not published, in the person's sections."""

    order = 10
    template_name = "home/admin/drafts.html"

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        return {"drafts": newest_drafts(parent_context["request"].user, DRAFTS_SHOWN)}


class ReviewsPanel(Component):
    """The pages that wait for this person's review, and those sent back to their section."""

    order = 5
    template_name = "home/admin/reviews.html"

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        actors = actors_of(parent_context["request"].user, timezone.localdate())
        waiting = waiting_for(actors, timezone.now())
        return {"waiting": waiting, "back": list(sent_back_to(actors))}


@hooks.register("construct_homepage_panels")
def our_panels(_request: HttpRequest, panels: list[Component]) -> None:
    """The reviews and the drafts instead of Wagtail's panels on workflows and locks."""
    panels[:] = [panel for panel in panels if getattr(panel, "name", "") == "recent_edits"]
    panels[:0] = [ReviewsPanel(), DraftsPanel()]


@hooks.register("before_serve_document", order=-1)
def documents_follow_their_page(document: AbstractDocument, request: HttpRequest) -> None:
    """A document is public while a published page shows it, and its editors' until then."""
    if is_published(document):
        return
    user = request.user
    if isinstance(user, User):
        keep_membership(user, on=timezone.localdate())
    if not isinstance(user, User) or not may_use_document(user, document):
        raise Http404
