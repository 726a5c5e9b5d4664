"""Suggestions are raised and signed by deputies in office."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from congress.organisations.models import Deputy


def require_mandate(deputy: Deputy, at: datetime, field: str | None = None) -> None:
    """Raises `ValidationError` where the mandate does not run on that day."""
    running = Deputy.objects.running(timezone.localdate(at))
    if not running.filter(pk=deputy.pk).exists():
        sentence = _("This mandate has ended.")
        raise ValidationError({field: sentence} if field else sentence)
