"""What `manage.py check` says about the channels."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from congress.notifications.channels.sms import template


@register
def sms_settings(*args: Any, **options: Any) -> list[CheckMessage]:  # noqa: ARG001  Django's way
    if not settings.SMS_URL:
        return []
    return [Error(f"SMS: {fault}", id="notifications.E001") for fault in template().faults()]
