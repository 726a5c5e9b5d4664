"""The filter of the inbox, as the URL carries it."""

import django_filters
from django import forms
from django.utils.translation import pgettext_lazy

from congress.notifications.models import Message
from congress.notifications.models.messages import MessageQuerySet

UNREAD = "unread"


class InboxFilter(django_filters.FilterSet):
    show = django_filters.ChoiceFilter(
        choices=[(UNREAD, pgettext_lazy("message", "unread"))], method="only_unread"
    )

    class Meta:
        model = Message
        fields = ("show",)
        form = forms.Form

    def only_unread(self, queryset: MessageQuerySet, name: str, value: str) -> MessageQuerySet:
        return queryset.unread()
