"""The presidium decides on what units ask for: a return, more time."""

from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.forms import Form
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.audit.actors import Actor
from congress.suggestions import actions
from congress.suggestions.forms.office import NeededRemarkForm, RemarkForm
from congress.suggestions.models import ExtensionRequest, ReturnRequest
from congress.suggestions.queries.clocks import lengthened
from congress.suggestions.states import handling as states
from congress.suggestions.views.office.base import PresidiumActView


class RequestView(PresidiumActView):
    """`self.asked` is the request of the URL, of the record of the URL."""

    template_name = "congress/suggestions/request.html"

    @cached_property
    def asked(self) -> Any:
        return get_object_or_404(self.get_requests(), pk=self.kwargs["asked"])

    def get_requests(self) -> QuerySet[Any]:
        raise NotImplementedError

    def is_now(self) -> bool:
        return not self.asked.decision

    def act(self, form: Form, actor: Actor) -> Any:
        return type(self).perform(self.asked, by=actor, at=timezone.now(), **form.cleaned_data)

    def more(self) -> dict[str, Any]:
        return {"asked": self.asked}


class ReturnView(RequestView):
    def get_requests(self) -> QuerySet[ReturnRequest]:
        rows = ReturnRequest.objects.filter(assignment__suggestion=self.suggestion)
        return rows.select_related("assignment__unit", "assignment__suggestion")

    def more(self) -> dict[str, Any]:
        return super().more() | {"part": self.asked.assignment}


class GrantReturnView(ReturnView):
    transition = states.GRANT_RETURN
    form_class = RemarkForm
    perform = actions.grant_return
    done = _("Agreed. Please hand it over to another unit where nobody else has it.")


class RefuseReturnView(ReturnView):
    transition = states.REFUSE_RETURN
    form_class = NeededRemarkForm
    perform = actions.refuse_return
    done = _("Not agreed. The unit handles it.")


class ExtensionView(RequestView):
    def get_requests(self) -> QuerySet[ExtensionRequest]:
        rows = ExtensionRequest.objects.filter(clock__suggestion=self.suggestion)
        return rows.select_related(
            "clock__assignment__unit",
            "clock__assignment__suggestion",
            "clock__suggestion__congress__parent",
        )

    def is_now(self) -> bool:
        return super().is_now() and self.asked.clock.stopped_on is None

    def more(self) -> dict[str, Any]:
        clock = self.asked.clock
        return super().more() | {
            "part": clock.assignment,
            "clock": clock,
            "longer": lengthened(clock),
        }


class GrantExtensionView(ExtensionView):
    heading = pgettext_lazy("act", "agree to more time")
    undo = _("Cannot be taken back; the deputies are told.")
    form_class = RemarkForm
    perform = actions.grant_extension
    done = _("Agreed. The unit and everybody who signed have been told.")


class RefuseExtensionView(ExtensionView):
    heading = pgettext_lazy("act", "do not agree to more time")
    undo = _("The unit may ask again while the time runs.")
    form_class = NeededRemarkForm
    perform = actions.refuse_extension
    done = _("Not agreed. The time limit stays.")
