"""Words that Wagtail's scripts ask for and its own Chinese catalogue lacks."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import npgettext, pgettext
from django.views.generic import View


def editor_words() -> dict[str, str | list[str]]:
    """By the id that the script asks for; those that count things have their one Chinese form."""
    return {
        "A network error occurred.": _("A network error occurred."),
        "A server error occurred.": _("A server error occurred."),
        "Autosave in progress…": _("Autosave in progress…"),
        "Blocks": pgettext("editor", "Blocks"),
        "Changes have been autosaved.": _("Changes have been autosaved."),
        "Complex": pgettext("editor", "Complex"),
        "Error while sending preview data.": _("Error while sending preview data."),
        "Fair": pgettext("editor", "Fair"),
        "Good": pgettext("editor", "Good"),
        "Insert a block": _("Insert a block"),
        "Split block": pgettext("editor", "Split block"),
        "Write something or type ‘/’ to insert a block": _(
            "Write something or type ‘/’ to insert a block"
        ),
        "%(num)s error": [npgettext("editor", "%(num)s error", "%(num)s errors", 2)],
        "%(num)s min": [npgettext("editor", "%(num)s min", "%(num)s mins", 2)],
        "%(num)s pixel": [npgettext("editor", "%(num)s pixel", "%(num)s pixels", 2)],
    }


class EditorWordsView(View):
    """A script that adds the words to the catalogue of Wagtail's scripts."""

    http_method_names = ["get"]

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        words = JsonResponse(editor_words()).content.decode()
        script = f"Object.assign(window.django.catalog, {words});"
        return HttpResponse(script, content_type="text/javascript; charset=utf-8")
