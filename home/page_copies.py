"""The store of finished public pages and of their menu, and what makes all of it worthless.

A copy is filed under the generation in which its page began to be made. Whatever changes the site
begins a new one, so a page that was made from older data can never be found again, even where it
is put away afterwards. Nothing is deleted: the store drops what is old or too much by itself.
"""

import logging
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.cache import BaseCache, caches
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail import signals
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, Site

from congress.web.public_pages import on_change, public_page_changed
from home.models import SiteSettings

GENERATION = "generation"
FILES = (get_image_model(), get_document_model())

logger = logging.getLogger(__name__)


def store() -> BaseCache:
    """The same for all processes."""
    return caches["pages"]


def generation() -> str:
    return store().get(GENERATION) or begin_generation()


def edition() -> str:
    """The generation, and the style sheets that its pages name: an upgrade brings others."""
    return f"{generation()}-{getattr(staticfiles_storage, 'manifest_hash', '')}"


def begin_generation() -> str:
    """Makes every copy worthless."""
    new = uuid4().hex
    store().set(GENERATION, new, timeout=None)
    return new


def tried(act: Callable[..., Any], *arguments: Any) -> Any:
    """A store that cannot be read or written makes the site slower and nothing else."""
    try:
        return act(*arguments)
    except Exception:
        logger.exception("the page cache does not answer")
        return None


def kept(name: str, make: Callable[[], Any]) -> Any:
    """What `make` returns, made once in an edition and day. It is the same for everybody; another
    shape of it takes another name."""
    began = tried(edition)
    if began is None:
        return make()
    key = f"{name}:{began}:{timezone.localdate()}"
    found = tried(store().get, key)
    if found is None:
        found = make()
        tried(store().set, key, found)
    return found


@receiver(
    [
        signals.page_published,
        signals.page_unpublished,
        signals.page_slug_changed,
        signals.post_page_move,
    ]
)
@receiver([post_save, post_delete], sender=Site)
@receiver([post_save, post_delete], sender=SiteSettings)
def forget(**_: Any) -> None:
    public_page_changed()


@receiver(post_save)
@receiver(post_delete)
def forget_what_pages_show(
    sender: type[Model], signal: Any, created: bool = False, **_: Any
) -> None:
    """A page removed, a title of a file changed: Wagtail has no signal of its own for these."""
    removed = signal is post_delete and issubclass(sender, Page)
    if removed or (sender in FILES and not created):
        public_page_changed()


on_change(begin_generation)
