"""Pictures as they lay in a Word file, made fit for the site."""

from io import BytesIO
from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError
from wagtail.images.fields import WagtailImageField

from congress.files.word.parts import Picture

KEPT = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp"}
TURNED = {"GIF", "BMP", "TIFF"}
UNREADABLE = (
    UnidentifiedImageError,
    Image.DecompressionBombError,
    OSError,
    SyntaxError,
    ValueError,
)


def fit_picture(picture: Picture) -> SimpleUploadedFile:
    """The picture under the ending of what it truly is; old formats become PNG. Raises
    `ValidationError` for what is no picture, is broken or has too many pixels."""
    try:
        name, content = _read(picture)
    except UNREADABLE as error:
        raise ValidationError(_("It is broken, or no JPG or PNG picture.")) from error
    return WagtailImageField().clean(SimpleUploadedFile(name, content))


def _read(picture: Picture) -> tuple[str, bytes]:
    stem = PurePath(picture.name).stem
    with Image.open(BytesIO(picture.content), formats=[*KEPT, *TURNED]) as image:
        if image.width * image.height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
            raise ValidationError(_("It has too many pixels. Please make it smaller."))
        image.load()
        if image.format in KEPT:
            return stem + KEPT[image.format], picture.content
        stream = BytesIO()
        image.convert("RGBA").save(stream, "PNG")
        return f"{stem}.png", stream.getvalue()
