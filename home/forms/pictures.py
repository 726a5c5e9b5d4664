"""The form of a picture. Wagtail asks a picture for its size by reading it, and what cannot be
read would break its screens: so it is read here first, and refused with a sentence."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from home.review.files import KeptFileMixin

FORMATS = ("JPEG", "PNG", "WEBP")
TEN_THOUSAND = 10_000


class PictureField(WagtailImageField):
    def to_python(self, data: Any) -> Any:
        """Raises `ValidationError`. The size is asked before a single pixel is unpacked."""
        if isinstance(data, UploadedFile):
            self.check_image_file_size(data)
            _read(data, self.max_image_pixels)
        return super().to_python(data)


def _read(upload: UploadedFile, max_pixels: int) -> None:
    upload.seek(0)
    try:
        with Image.open(upload, formats=FORMATS) as picture:
            fits = picture.width * picture.height <= max_pixels
            if fits:
                picture.load()
                ImageOps.exif_transpose(picture, in_place=True)
    except Image.DecompressionBombError:
        fits = False
    except Exception as error:  # its decoders raise what they like on a broken file
        raise ValidationError(
            _("The picture cannot be read. Please choose an undamaged JPG, PNG or WebP file."),
            "unreadable",
        ) from error
    finally:
        upload.seek(0)
    if not fits:
        raise ValidationError(
            _("The picture has more than %(limit)s ten thousand pixels. Please make it smaller."),
            "pixels",
            {"limit": max_pixels // TEN_THOUSAND},
        )


class PictureForm(KeptFileMixin, BaseImageForm):
    """For every door by which a picture comes in, the replacing of one included."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Tags are the whole installation's: they would name what another county has.
        self.fields.pop("tags", None)
        wagtails = self.fields.get("file")
        if wagtails:
            self.fields["file"] = PictureField(
                label=wagtails.label,
                required=wagtails.required,
                widget=wagtails.widget,
                max_length=wagtails.max_length,
            )
