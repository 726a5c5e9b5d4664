"""The inbox in the workspace; `urls.py` holds what is open without a log-in."""

from django.urls import path

from congress.notifications.views import deliveries, inbox

app_name = "inbox"

urlpatterns = [
    path("", inbox.InboxView.as_view(), name="list"),
    path("read/", inbox.ReadAllView.as_view(), name="read_all"),
    path("<int:pk>/open/", inbox.OpenView.as_view(), name="open"),
    path("deliveries/", deliveries.DeliveryListView.as_view(), name="deliveries"),
    path("deliveries/<int:pk>/again/", deliveries.TryAgainView.as_view(), name="try_again"),
]
