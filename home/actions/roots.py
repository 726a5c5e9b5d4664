"""The roots on which every site stands. Wagtail's migrations make them; a database emptied by
`flush` has lost them."""

from django.conf import settings
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Collection, Locale, Page


def page_root() -> Page:
    language = get_supported_content_language_variant(settings.LANGUAGE_CODE)
    Locale.objects.get_or_create(language_code=language)
    root = Page.get_first_root_node()
    return root or Page.add_root(instance=Page(title="Root", slug="root"))


def collection_root() -> Collection:
    return Collection.get_first_root_node() or Collection.add_root(name="Root")
