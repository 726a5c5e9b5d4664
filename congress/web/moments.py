"""What a person may type as a day or a moment."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

FIRST, LAST = 1900, 2199


def require_possible_year(value: date) -> None:
    """For days and moments alike. Near the ends of the calendar a moment cannot be put into another
    time zone, and no link can last until the day after."""
    if not FIRST <= value.year <= LAST:
        raise ValidationError(_("Please check the year."), "year")
