"""Refuses an act whose words are missing."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


def require_reason(reason: str, field: str = "reason") -> str:
    """The reason without blanks around it; raises `ValidationError` for none."""
    if not reason.strip():
        raise ValidationError({field: _("Please write the reason.")})
    return reason.strip()
