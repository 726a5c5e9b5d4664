"""The workspace's screens of the site; the site itself and its editor are Wagtail's."""

from django.urls import path

from home.review import choosing, lists, views
from home.views.news_autosave import NewsAutosaveView
from home.views.news_edit import NewsEditView
from home.views.news_list import NewsListView
from home.views.news_new import NewsCreateView
from home.views.news_word import NewsWordView
from home.views.press import PressView
from home.views.study import (
    LearnView,
    OfficePageView,
    OfficeStudyView,
    StudyRecordView,
    UnlearnView,
)

app_name = "home"

urlpatterns = [
    path("press/<key:pk>/", PressView.as_view(), name="press"),
    path("news/", NewsListView.as_view(), name="news"),
    path("news/new/", NewsCreateView.as_view(), name="news_new"),
    path("news/word/", NewsWordView.as_view(), name="news_word"),
    path("news/<key:pk>/", NewsEditView.as_view(), name="news_edit"),
    path("news/<key:pk>/autosave/", NewsAutosaveView.as_view(), name="news_autosave"),
    path("review/", lists.ReviewsView.as_view(), name="reviews"),
    path("review/<key:pk>/", views.ReviewView.as_view(), name="review"),
    path("review/<key:pk>/submit/", views.SubmitView.as_view(), name="review_submit"),
    path("review/<key:pk>/recall/", views.RecallView.as_view(), name="review_recall"),
    path("review/<key:pk>/approve/", views.ApproveView.as_view(), name="review_approve"),
    path("review/<key:pk>/send-back/", views.SendBackView.as_view(), name="review_send_back"),
    path("study/", StudyRecordView.as_view(), name="study"),
    path("study/<key:pk>/learn/", LearnView.as_view(), name="study_learn"),
    path("study/<key:pk>/unlearn/", UnlearnView.as_view(), name="study_unlearn"),
    path("study/office/", OfficeStudyView.as_view(), name="study_office"),
    path("study/office/<key:pk>/", OfficePageView.as_view(), name="study_office_page"),
    path("reviewers/", lists.ReviewersView.as_view(), name="reviewers"),
    path("reviewers/<key:pk>/", choosing.SetReviewersView.as_view(), name="set_reviewers"),
]
