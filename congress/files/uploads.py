"""What may be attached: known kinds whose first bytes agree with their ending, of a fair size."""

import struct
import zipfile
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

MAX_BYTES = 20 * 1024 * 1024
# What a Word or Excel file claims to unpack to; beyond it is made to choke who opens it.
MAX_UNPACKED = 10 * MAX_BYTES
SIGNATURES: dict[str, bytes] = {
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".png": b"\x89PNG\r\n\x1a\n",
    ".pdf": b"%PDF-",
    ".docx": b"PK\x03\x04",
    ".xlsx": b"PK\x03\x04",
}
INSIDE = {".docx": "word/document.xml", ".xlsx": "xl/workbook.xml"}
ACCEPT = ",".join(SIGNATURES)
DAMAGE = (
    zipfile.BadZipFile,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    struct.error,
)


def check_attachment(upload: UploadedFile) -> None:
    """Raises `ValidationError` with a sentence that says what to change."""
    ending = PurePath(upload.name or "").suffix.lower()
    if ending not in SIGNATURES:
        raise ValidationError(
            _("Please attach a Word (.docx), Excel (.xlsx), PDF, JPG or PNG file."), "kind"
        )
    if not upload.size:
        raise ValidationError(_("The file is empty. Please choose it again."), "empty")
    if upload.size > MAX_BYTES:
        raise ValidationError(
            _("The file is larger than %(limit)s. Please make it smaller or split it."),
            "size",
            {"limit": filesizeformat(MAX_BYTES)},
        )
    upload.seek(0)
    agrees = upload.read(8).startswith(SIGNATURES[ending])
    upload.seek(0)
    if not agrees or (ending in INSIDE and not _holds(upload, INSIDE[ending])):
        raise ValidationError(
            _("The content of the file is not what its name says. Please save it anew."),
            "disguised",
        )


def _holds(upload: UploadedFile, member: str) -> bool:
    try:
        with zipfile.ZipFile(upload) as archive:
            parts = archive.infolist()
    except DAMAGE:
        return False
    finally:
        upload.seek(0)
    names = [part.filename for part in parts]
    macros = any("vbaproject" in name.lower() for name in names)
    fair = sum(part.file_size for part in parts) <= MAX_UNPACKED
    return member in names and fair and not macros
