"""The one log-in: by user name or mobile number, through allauth, with its lock-out."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.forms import LoginForm as AllauthLoginForm
from django import forms
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from congress.organisations.actions import log_password_change
from congress.organisations.models import User


class NameOrNumberBackend(AuthenticationBackend):
    """Finds the person by user name or log-in number; superusers keep Django's permissions."""

    def _authenticate_by_username(self, username: str, password: str) -> User | None:
        return self._check_password(User.objects.by_login(username), password)


class LoginForm(AllauthLoginForm):
    """One field for both kinds of name. The lock-out counts per person, however they are named."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("User name or mobile number")
        self.fields["login"].widget = forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "autofocus": True}
        )
        self.fields["password"].widget.attrs.pop("placeholder", None)
        self.fields["password"].help_text = ""

    def clean_login(self) -> str:
        login = super().clean_login()
        user = User.objects.by_login(login)
        return user.username or user.phone if user else login


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("The name or number and the password do not match."),
        "too_many_login_attempts": _(
            "Too many attempts. Please wait fifteen minutes, or ask the county office."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """One count for a person, by whatever host and port they are asked; a new password given
        by the county office begins a new count."""
        login = credentials.get("username", "")
        user = User.objects.by_login(login)
        return f"{login.lower()}:{user.get_session_auth_hash() if user else ''}"

    def set_password(self, user: User, password: str) -> None:
        super().set_password(user, password)
        log_password_change(user, at=timezone.now())
