"""What the screens of the calendar and of the rules share."""

from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import HttpResponse
from django.utils import timezone
from django.views.generic import FormView

from congress.audit.actors import Actor
from congress.organisations.access import AccessMixin
from congress.organisations.models import Organisation
from congress.workdays import rules


class CountyMixin(AccessMixin):
    """`county` is the one of the person's first fitting post."""

    today: date

    @cached_property
    def county(self) -> Organisation:
        county = self.organisation.county_id
        if county == self.organisation.pk:
            return self.organisation
        return Organisation.objects.get(pk=county)


class KeeperMixin(CountyMixin):
    roles = rules.KEEPERS

    def keeper(self) -> Actor:
        return self.acting(lambda actor: rules.may_keep_workdays(actor, self.county.pk))


class KeepView(KeeperMixin, FormView):
    """A form whose POST is one action; what the action refuses stands in the form."""

    template_name = "congress/workdays/keep.html"
    done: Any = ""

    def keep(self, data: dict[str, Any], by: Actor, at: datetime) -> None:
        raise NotImplementedError

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            self.keep(form.cleaned_data, self.keeper(), timezone.now())
        except ValidationError as error:
            for field, text in getattr(
                error, "message_dict", {NON_FIELD_ERRORS: error.messages}
            ).items():
                form.add_error(field if field in form.fields else None, text)
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return super().form_valid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(back=self.get_success_url(), **kwargs)
