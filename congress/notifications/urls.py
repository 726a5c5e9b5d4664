from django.urls import path

from congress.notifications.views import links

app_name = "notifications"

urlpatterns = [path("<name:token>/", links.LinkView.as_view(), name="link")]
