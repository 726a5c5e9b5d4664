"""The inbox in the workspace; `urls.py` holds what is open without a log-in."""

from django.urls import path

from congress.notifications.views import inbox

app_name = "inbox"

urlpatterns = [
    path("", inbox.InboxView.as_view(), name="list"),
    path("read/", inbox.ReadAllView.as_view(), name="read_all"),
    path("<int:pk>/open/", inbox.OpenView.as_view(), name="open"),
]
