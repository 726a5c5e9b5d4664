"""The public door of the group chat; short, since it stands in a message."""

from django.urls import path

from congress.notices.views import entrance

app_name = "group"

urlpatterns = [path("<name:token>/", entrance.GroupView.as_view(), name="enter")]
