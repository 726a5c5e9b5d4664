"""What every template may ask of the frame; nothing is fetched unless a template uses it."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from home.queries import footer_of, site_names
from home.queries.menu import public_menu
from portal.elder import is_elder
from portal.navigation import role_label, workspace_menu, workspace_name


def frame(request: HttpRequest) -> dict[str, Any]:
    """Public pages use the site's names, menu and footer, which read no session; only the
    workspace asks who is there."""
    return {
        "elder_mode": is_elder(request),
        "site_name": SimpleLazyObject(lambda: site_names(request).name),
        "site_owner": SimpleLazyObject(lambda: site_names(request).owner),
        "footer": SimpleLazyObject(lambda: footer_of(request)),
        "public_menu": SimpleLazyObject(lambda: public_menu(request)),
        "menu": SimpleLazyObject(lambda: workspace_menu(request)),
        "workspace_name": SimpleLazyObject(lambda: workspace_name(request)),
        "person_name": SimpleLazyObject(lambda: str(request.user)),
        "role_label": SimpleLazyObject(lambda: role_label(request)),
    }
