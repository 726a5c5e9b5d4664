"""What every template may ask of the frame; nothing is fetched unless a template uses it."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from home.queries import footer_of, public_menu, site_names
from portal.elder import is_elder
from portal.navigation import workspace_menu, workspace_name


def frame(request: HttpRequest) -> dict[str, Any]:
    """Public pages use the site's names, menu and footer, which read no session; only the
    workspace asks who is there."""
    names = SimpleLazyObject(lambda: site_names(request))
    return {
        "elder_mode": is_elder(request),
        "site": names,
        "footer": SimpleLazyObject(lambda: footer_of(request)),
        "public_menu": SimpleLazyObject(lambda: public_menu(request)),
        "menu": SimpleLazyObject(lambda: workspace_menu(request)),
        "workspace_name": SimpleLazyObject(lambda: workspace_name(request)),
    }
