"""The workspace's screens of the site; the site itself and its editor are Wagtail's."""

from django.urls import path

from home.views.news_autosave import NewsAutosaveView
from home.views.news_edit import NewsEditView
from home.views.news_list import NewsListView
from home.views.news_new import NewsCreateView
from home.views.news_word import NewsWordView
from home.views.press import PressView

app_name = "home"

urlpatterns = [
    path("press/<int:pk>/", PressView.as_view(), name="press"),
    path("news/", NewsListView.as_view(), name="news"),
    path("news/new/", NewsCreateView.as_view(), name="news_new"),
    path("news/word/", NewsWordView.as_view(), name="news_word"),
    path("news/<int:pk>/", NewsEditView.as_view(), name="news_edit"),
    path("news/<int:pk>/autosave/", NewsAutosaveView.as_view(), name="news_autosave"),
]
