"""Log-in, workspace, Wagtail's admin, and Wagtail's pages last."""

from allauth.account import views as account
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from home.search.views import SearchView
from portal.elder import elder_mode
from portal.health import health
from portal.media import rendition

to_log_in = RedirectView.as_view(pattern_name="account_login", query_string=True)

urlpatterns = [
    path("health/", health, name="health"),
    path("media/images/<str:path>", rendition, name="rendition"),
    path("elder/", elder_mode, name="elder_mode"),
    path("search/", SearchView.as_view(), name="search"),
    path("account/login/", account.login, name="account_login"),
    path("account/logout/", account.logout, name="account_logout"),
    path("account/password/change/", account.password_change, name="account_change_password"),
    path("account/password/set/", account.password_set, name="account_set_password"),
    path("account/inactive/", account.account_inactive, name="account_inactive"),
    path("l/", include("congress.notifications.urls")),
    path("work/", include("congress.overview.urls")),
    path("work/inbox/", include("congress.notifications.inbox_urls")),
    path("work/information/", include("congress.information.urls")),
    path("work/notices/", include("congress.notices.urls")),
    path("work/suggestions/", include("congress.suggestions.urls")),
    path("work/workdays/", include("congress.workdays.urls")),
    path("g/", include("congress.notices.group_urls")),
    path("work/county/", include("congress.organisations.urls")),
    path("work/site/", include("home.urls")),
    # Wagtail's own log-in and password screens stay reachable beside the settings that replace
    # them, and no lock-out counts there; they are closed here, before its urls.
    path("_util/login/", to_log_in),
    path("admin/login/", to_log_in),
    re_path(r"^admin/password_reset/", to_log_in),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("", include("home.public_urls")),
    path("", include(wagtail_urls)),
]
