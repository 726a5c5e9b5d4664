"""The lists of pages. Wagtail offers everybody of the installation to filter them by; here only
those who own or edited a page in sight, and the sites in sight."""

from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import MultipleUserFilter
from wagtail.admin.views.pages.listing import EditedByFilter, GenericPageFilterSet, SiteFilter
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page, PageLogEntry, PageQuerySet, Site

from congress.organisations.models import User
from home.rules import visible_pages


def _seen(request: HttpRequest) -> PageQuerySet:
    user = request.user
    return visible_pages(user) if isinstance(user, User) else Page.objects.none()


def owners(request: HttpRequest) -> QuerySet[User]:
    pages = Page.objects.filter(pk__in=_seen(request))
    return User.objects.filter(pk__in=pages.order_by().values("owner_id"))


def writers(request: HttpRequest) -> QuerySet[User]:
    log = PageLogEntry.objects.filter(action="wagtail.edit")
    log = log.filter(page_id__in=_seen(request).values("pk"))
    return User.objects.filter(pk__in=log.order_by().values("user_id"))


def sites(request: HttpRequest) -> QuerySet[Site]:
    return Site.objects.filter(root_page__in=_seen(request))


class PagesInSight(GenericPageFilterSet):
    owner = MultipleUserFilter(
        label=pgettext_lazy("filter", "Owner"), queryset=owners, widget=CheckboxSelectMultiple
    )
    edited_by = EditedByFilter(
        label=pgettext_lazy("filter", "Edited by"), queryset=writers, widget=CheckboxSelectMultiple
    )
    site = SiteFilter(
        label=pgettext_lazy("filter", "Site"), queryset=sites, widget=CheckboxSelectMultiple
    )


class PagesViewSet(PageViewSet):
    filterset_class = PagesInSight
