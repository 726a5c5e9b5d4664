"""Pictures of the public site, for installations without a web server in front.

Only renditions are served: originals and documents of pages go through Wagtail, private files
through the rule of their page.
"""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from django.views.static import serve

HOUR = 3600


@require_safe
def rendition(request: HttpRequest, path: str) -> HttpResponseBase:
    try:
        response = serve(request, path, document_root=str(settings.MEDIA_ROOT / "images"))
    except OSError as error:  # a name too long for the disk is no file
        raise Http404 from error
    patch_cache_control(response, public=True, max_age=HOUR)
    response["X-Content-Type-Options"] = "nosniff"
    return response
