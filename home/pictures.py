"""Pictures as the site sends them: small enough for a phone in a village."""

import logging

from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, SourceImageIOError

LIMIT = 80_000
QUALITIES = (72, 50, 30, 12, 1)

logger = logging.getLogger(__name__)


def light_rendition(image: AbstractImage | None, size: str) -> AbstractRendition | None:
    """The rendition of `size` (such as "width-760") in the best quality of at most 80 kB; the
    lightest where none is. None without an image, or where its file is lost.

    What is made already is one query; Wagtail's own look-up would write to the cache each time.
    """
    if image is None:
        return None
    rendition = None
    filters = [Filter(spec=f"{size}|format-webp|webpquality-{quality}") for quality in QUALITIES]
    made = {(row.filter_spec, row.focal_point_key): row for row in image.renditions.all()}
    try:
        for wanted in filters:
            rendition = made.get((wanted.spec, wanted.get_cache_key(image)))
            rendition = rendition or image.get_rendition(wanted)
            if rendition.file.size <= LIMIT:
                break
    except (SourceImageIOError, InvalidFilterSpecError, OSError):
        logger.warning("picture %s cannot be read", image.pk)
        return None
    return rendition
