"""The office's and the presidium's screens, and the record's page."""

from django.urls import path

from congress.suggestions.views import lists
from congress.suggestions.views.detail import SuggestionDetailView
from congress.suggestions.views.numbers import NumbersView
from congress.suggestions.views.office import (
    deciding,
    handing,
    joining,
    publishing,
    requests,
    upward,
)

RETURN = "<key:pk>/returns/<key:asked>/"
EXTENSION = "<key:pk>/extensions/<key:asked>/"

urlpatterns = [
    path("", lists.SuggestionListView.as_view(), name="list"),
    path("excel/", lists.SuggestionExportView.as_view(), name="export"),
    path("<key:pk>/", SuggestionDetailView.as_view(), name="detail"),
    path("<key:pk>/numbers/", NumbersView.as_view(), name="numbers"),
    path("<key:pk>/propose/", deciding.ProposeView.as_view(), name="propose"),
    path("<key:pk>/register/", deciding.RegisterView.as_view(), name="register"),
    path("<key:pk>/send-back/", deciding.SendBackView.as_view(), name="send_back"),
    path("<key:pk>/refuse/", deciding.RefuseView.as_view(), name="refuse"),
    path("<key:pk>/undo-refusal/", deciding.UndoRefusalView.as_view(), name="undo_refusal"),
    path("<key:pk>/told/", deciding.TellView.as_view(), name="told"),
    path("<key:pk>/withdrawal/", deciding.WithdrawView.as_view(), name="withdraw_on_paper"),
    path("<key:pk>/merge/", joining.MergeView.as_view(), name="merge"),
    path("<key:pk>/separate/", joining.SeparateView.as_view(), name="separate"),
    path("<key:pk>/hand-over/", handing.HandOverView.as_view(), name="hand_over"),
    path("<key:pk>/take-back/", handing.TakeBackView.as_view(), name="take_back"),
    path("<key:pk>/add-unit/", handing.AddUnitView.as_view(), name="add_unit"),
    path(f"{RETURN}grant/", requests.GrantReturnView.as_view(), name="grant_return"),
    path(f"{RETURN}refuse/", requests.RefuseReturnView.as_view(), name="refuse_return"),
    path(f"{EXTENSION}grant/", requests.GrantExtensionView.as_view(), name="grant_extension"),
    path(f"{EXTENSION}refuse/", requests.RefuseExtensionView.as_view(), name="refuse_extension"),
    path("<key:pk>/report/", upward.ReportView.as_view(), name="report_upward"),
    path("<key:pk>/take-over/", upward.TakeOverView.as_view(), name="take_over"),
    path("<key:pk>/publish/", publishing.PublishView.as_view(), name="publish"),
    path("<key:pk>/unpublish/", publishing.UnpublishView.as_view(), name="unpublish"),
]
