"""The press's button."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import View

from congress.flow.moves import NotNow
from congress.information.rules import visible_to
from congress.organisations.access import AccessMixin
from home.actions import NoSection, press_item
from home.rules import EDITORS, may_press


class PressView(AccessMixin, View):
    """Goes back to the item, whose panel then leads to the draft."""

    roles = EDITORS
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        item = get_object_or_404(visible_to(self.actors), pk=pk)
        actor = self.acting(lambda actor: may_press(actor, item))
        try:
            press_item(item, by=actor, at=timezone.now())
        except NotNow as refusal:
            messages.error(request, str(refusal))
        except NoSection:
            messages.error(request, _("This part of the site is not open yet. Ask the county."))
        else:
            messages.success(request, _("The news draft is made. Open it below to complete it."))
        return redirect("information:detail", pk=pk)
