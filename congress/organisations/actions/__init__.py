"""Every write to the ground."""

from congress.organisations.actions.accounts import log_password_change

__all__ = ["log_password_change"]
