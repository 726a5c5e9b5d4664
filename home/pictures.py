"""Pictures as the site sends them: small enough for a phone in a village."""

import logging

from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import AbstractImage, AbstractRendition, SourceImageIOError

LIMIT = 80_000
QUALITIES = (72, 55, 40, 25, 12)

logger = logging.getLogger(__name__)


def light_rendition(image: AbstractImage | None, size: str) -> AbstractRendition | None:
    """The rendition of `size` (such as "width-760") in the best quality of at most 80 kB; the
    lightest where none is. None without an image, or where its file is lost."""
    if image is None:
        return None
    rendition = None
    try:
        for quality in QUALITIES:
            rendition = image.get_rendition(f"{size}|format-webp|webpquality-{quality}")
            if rendition.file.size <= LIMIT:
                break
    except (SourceImageIOError, InvalidFilterSpecError, OSError):
        logger.warning("picture %s cannot be read", image.pk)
        return None
    return rendition
