"""The workspace's screens of the site; the site itself and its editor are Wagtail's."""

from django.urls import path

from home.views import PressView

app_name = "home"

urlpatterns = [
    path("press/<int:pk>/", PressView.as_view(), name="press"),
]
