"""A deputy's screens: writing, co-signing, following."""

from django.urls import path

from congress.suggestions.views import (
    cosign,
    cosigning,
    entry_acts,
    entry_files,
    mine,
    paper,
    submitting,
    writing,
)

urlpatterns = [
    path("mine/", mine.MineView.as_view(), name="mine"),
    path("new/", writing.SuggestionCreateView.as_view(), name="create"),
    path("enter/", writing.SuggestionEnterView.as_view(), name="enter"),
    path("paper/", paper.BlankPaperView.as_view(), name="blank_paper"),
    path("<key:pk>/edit/", writing.SuggestionEditView.as_view(), name="edit"),
    path("<key:pk>/autosave/", writing.SuggestionAutosaveView.as_view(), name="autosave"),
    path("<key:pk>/submit/", submitting.SubmitView.as_view(), name="submit"),
    path("<key:pk>/discard/", entry_acts.DiscardView.as_view(), name="discard"),
    path("<key:pk>/co-signers/", cosigning.CosignersView.as_view(), name="cosigners"),
    path("<key:pk>/signed/", cosigning.PaperSignersView.as_view(), name="paper_signers"),
    path("<key:pk>/co-sign/", cosign.CosignView.as_view(), name="cosign"),
    path("<key:pk>/desk/", entry_acts.TakeToDeskView.as_view(), name="to_desk"),
    path("<key:pk>/withdraw/", entry_acts.WithdrawView.as_view(), name="withdraw"),
    path("<key:pk>/keep/", entry_acts.KeepView.as_view(), name="keep"),
    path("<key:pk>/agree/", entry_acts.AgreeView.as_view(), name="agree"),
    path("<key:pk>/consent/", entry_acts.ConsentView.as_view(), name="consent"),
    path("<key:pk>/paper/", paper.PaperView.as_view(), name="paper"),
    path("<key:pk>/files/", entry_files.AttachView.as_view(), name="attach"),
    path("<key:pk>/files/<key:file>/", entry_files.SuggestionFileView.as_view(), name="file"),
    path(
        "<key:pk>/files/<key:file>/remove/",
        entry_files.RemoveFileView.as_view(),
        name="remove_file",
    ),
]
