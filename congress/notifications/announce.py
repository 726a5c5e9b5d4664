"""Loaded when all apps are ready: our own ways out, and the check of their settings."""

from congress.notifications import checks
from congress.notifications.channels import register_channel
from congress.notifications.channels.mail import MailChannel
from congress.notifications.channels.sms import SmsChannel

__all__ = ["checks"]

register_channel(MailChannel())
register_channel(SmsChannel())
