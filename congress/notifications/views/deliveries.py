"""What could not be delivered, and sending it once more."""

from functools import cached_property
from typing import Any

import django_filters
from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views.generic import View

from congress.notifications.actions import try_again
from congress.notifications.channels import channel_label
from congress.notifications.models import Delivery
from congress.notifications.rules import deliveries_visible_to
from congress.organisations.access import AccessMixin
from congress.organisations.roles import COUNTY_ADMIN
from congress.web.lists import FilteredListView


class DeliveryFilter(django_filters.FilterSet):
    name = django_filters.CharFilter(
        label=pgettext_lazy("filter", "Person"),
        field_name="message__user__name",
        lookup_expr="icontains",
        max_length=50,
    )

    class Meta:
        model = Delivery
        fields = ("name",)
        form = forms.Form


class DeliveryListView(AccessMixin, FilteredListView):
    """Given up, to people of the administrator's county; what a message says is not shown."""

    roles = (COUNTY_ADMIN,)
    filterset_class = DeliveryFilter
    template_name = "congress/notifications/deliveries.html"
    table_template_name = "congress/notifications/_deliveries_table.html"
    context_object_name = "deliveries"
    orders = {"newest": ("-ended_at", "-pk")}

    @cached_property
    def queryset(self) -> QuerySet[Delivery]:
        return deliveries_visible_to(self.actors).select_related("message__user")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        for delivery in context["deliveries"]:
            delivery.channel_label = channel_label(delivery.channel)
        return context


class TryAgainView(AccessMixin, View):
    roles = (COUNTY_ADMIN,)
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        delivery = get_object_or_404(deliveries_visible_to(self.actors), pk=pk)
        try_again(delivery, by=self.actors[0], at=timezone.now())
        messages.success(request, _("It will be sent again within a few minutes."))
        return redirect("inbox:deliveries")
