"""Accounts: an initial password shown once, taking back, logging out everywhere."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy, pgettext
from django.views.generic import TemplateView

from congress.organisations import actions
from congress.organisations.queries.people import has_account
from congress.organisations.views.base import Link, PressView
from congress.organisations.views.people import PersonMixin


class AccountGive(PersonMixin, TemplateView):
    """GET says what will happen; the answer to POST is the only place that shows the password."""

    template_name = "congress/organisations/account.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            person=self.record,
            crumbs=[*self.crumbs(), Link(pgettext("crumb", "account"))],
            has_account=has_account(self.record),
            has_log_in=bool(self.record.username or self.record.phone),
            page=self.page(),
            **kwargs,
        )

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.account_keeper()
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        by = self.account_keeper()
        try:
            password = actions.give_account(self.record, by=by, at=timezone.now())
        except ValidationError as error:
            return self.render_to_response(self.get_context_data(error=error.messages[0]))
        return render(request, self.template_name, self.get_context_data(password=password))


class AccountRevoke(PersonMixin, PressView):
    done = gettext_lazy("The account is taken back; the person is logged out everywhere.")

    def back(self) -> str:
        return self.page()

    def act(self, at: datetime) -> str:
        actions.revoke_account(self.record, by=self.account_keeper(), at=at)
        return self.page()


class SessionsEnd(PersonMixin, PressView):
    done = gettext_lazy("The person is logged out everywhere.")

    def back(self) -> str:
        return self.page()

    def act(self, at: datetime) -> str:
        actions.end_sessions(self.record, by=self.account_keeper(), at=at)
        return self.page()
