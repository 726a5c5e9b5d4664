"""The door of the group chat: name and last four digits lead to that person's own link."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from congress.notices.actions import note_group_entry
from congress.notices.forms import GroupForm
from congress.notices.models import Notice
from congress.notices.queries.entering import link_for
from congress.notifications.views.links import HEADERS
from congress.web.limits import Limit, address_of

WINDOW = 600
# A whole group may sit behind one address; four digits are ten thousand guesses.
ASKED = Limit("group-asked", 200, WINDOW)
GUESSED = Limit("group-guessed", 60, WINDOW)


class GroupView(FormView):
    """It tells nothing: an unknown link and a notice long past look alike, and a wrong name is
    answered like wrong digits. It opens no session."""

    form_class = GroupForm
    template_name = "congress/notices/group.html"
    refusal = _("Name and number do not fit. Please check both, or telephone the office.")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = super().dispatch(request, *args, **kwargs)
        for name, value in HEADERS.items():
            response[name] = value
        return response

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not ASKED.count(address_of(request)) or not GUESSED.count(self.kwargs["token"]):
            form = self.get_form()
            form.add_error(None, _("This was tried very often. Please wait ten minutes."))
            return self.render_to_response(self.get_context_data(form=form), status=429)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: GroupForm) -> HttpResponse:
        now = timezone.now()
        name, digits = form.cleaned_data["name"], form.cleaned_data["digits"].strip()
        link = link_for(self.kwargs["token"], name, digits, at=now)
        if link is None:
            form.add_error(None, self.refusal)
            return self.form_invalid(form)
        note_group_entry(Notice.objects.get(pk=link.object_id), link.user_id, at=now)
        return redirect(link.path)
