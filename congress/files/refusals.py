"""What is said to the person whose Excel file cannot be taken, and what they can do about it."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class FileRefused(ValidationError):
    """A file that is not taken at all. The sentence says what to change."""

    @property
    def sentence(self) -> str:
        return " ".join(self.messages)


def missing() -> FileRefused:
    return FileRefused(_("There is no file of this name. Please check the name and its folder."))


def unreadable() -> FileRefused:
    return FileRefused(
        _("The file cannot be read. Please check who may open it, or copy it to another folder.")
    )


def empty() -> FileRefused:
    return FileRefused(_("The file is empty. Please choose the file again."))


def too_big(megabytes: int) -> FileRefused:
    return FileRefused(
        _(
            "The file is larger than %(megabytes)s MB. Please remove pictures and sheets that are "
            "not needed, save it and choose it again."
        ),
        params={"megabytes": megabytes},
    )


def not_excel() -> FileRefused:
    return FileRefused(
        _(
            "This is not an Excel file (.xlsx). Please open it, save it as .xlsx and choose it "
            "again."
        )
    )


def old_excel() -> FileRefused:
    return FileRefused(
        _(
            "This is a file of the old Excel format (.xls). Please open it in Excel or WPS, choose "
            "“save as” with the type .xlsx, and choose the new file."
        )
    )


def has_password() -> FileRefused:
    return FileRefused(
        _("The file is protected by a password. Please remove the password, save it and try again.")
    )


def has_macros() -> FileRefused:
    return FileRefused(
        _("The file contains macros. Please save it as .xlsx without macros and choose it again.")
    )


def has_hostile_formula(row: int) -> FileRefused:
    return FileRefused(
        _(
            "Row %(row)s of a sheet holds a formula that calls other files or programs. Please "
            "select all, copy, paste as values, save the file and choose it again."
        ),
        params={"row": row},
    )


def too_many_sheets(limit: int) -> FileRefused:
    return FileRefused(
        _(
            "The file has more than %(limit)s sheets. Please keep only the sheets with the "
            "register."
        ),
        params={"limit": limit},
    )


def too_large() -> FileRefused:
    return FileRefused(
        _(
            "The file holds far more cells or data than a register needs. Please copy the register "
            "alone into a new file and choose that one."
        )
    )


def damaged() -> FileRefused:
    return FileRefused(
        _(
            "The file is damaged or was not written by an office program. Please open it in Excel "
            "or WPS, save it anew and choose it again."
        )
    )
