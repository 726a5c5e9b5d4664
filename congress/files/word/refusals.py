"""What is said to the person whose Word file cannot be taken, and what they can do about it."""

from django.utils.translation import gettext_lazy as _

from congress.files.refusals import FileRefused, empty, has_password

__all__ = ["empty", "has_password"]


def too_big(megabytes: int) -> FileRefused:
    return FileRefused(
        _(
            "The file is larger than %(megabytes)s MB. Please compress its pictures in Word or "
            "WPS, save it and choose it again."
        ),
        params={"megabytes": megabytes},
    )


def not_word() -> FileRefused:
    return FileRefused(
        _(
            "This is not a Word file (.docx). Please open the text in Word or WPS, choose “save "
            "as” with the type .docx, and choose the new file."
        )
    )


def old_word() -> FileRefused:
    return FileRefused(
        _(
            "This is a file of the old Word or WPS format (.doc, .wps). Please open it in Word or "
            "WPS, choose “save as” with the type “Word document (.docx)”, and choose the new file."
        )
    )


def is_pdf() -> FileRefused:
    return FileRefused(
        _(
            "This is a PDF file. Please choose the Word file (.docx) from which it was made; a PDF "
            "can only be an attachment."
        )
    )


def has_macros() -> FileRefused:
    return FileRefused(
        _(
            "The file contains macros (.docm). Please save it as “Word document (.docx)” without "
            "macros and choose the new file."
        )
    )


def too_long() -> FileRefused:
    return FileRefused(
        _(
            "The file holds far more text or pictures than one page can show. Please copy the text "
            "alone into a new file and choose that one, or hand the file in as an attachment."
        )
    )


def damaged() -> FileRefused:
    return FileRefused(
        _(
            "The file is damaged or was not written by an office program. Please open it in Word "
            "or WPS, save it anew and choose it again."
        )
    )


def no_text() -> FileRefused:
    return FileRefused(
        _("There is neither text nor a picture in the file. Please check that it is the right one.")
    )
