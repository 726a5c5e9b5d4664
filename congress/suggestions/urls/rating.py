"""Rating, closing and promises."""

from django.urls import URLPattern, path

from congress.suggestions.views import board, commitment_acts, commitments, rate, rating_acts

PROMISE = "commitments/<key:pk>/"
RATING = "<key:pk>/ratings/<key:rating>/"

urlpatterns: list[URLPattern] = [
    path("<key:pk>/rate/", rate.RateView.as_view(), name="rate"),
    path("<key:pk>/slip/", rating_acts.SlipView.as_view(), name="slip"),
    path(f"{RATING}open/", rating_acts.OpenRoundView.as_view(), name="open_round"),
    path(f"{RATING}note/", rating_acts.NoRoundView.as_view(), name="no_round"),
    path("<key:pk>/joint-study/", rating_acts.StudyView.as_view(), name="joint_study"),
    path("<key:pk>/rate/remind/", rating_acts.RemindView.as_view(), name="remind_to_rate"),
    path("<key:pk>/close/", rating_acts.CloseView.as_view(), name="close"),
    path("<key:pk>/reopen/", rating_acts.ReopenView.as_view(), name="reopen"),
    path("board/", board.BoardView.as_view(), name="board"),
    path("board/rows/", board.BoardRowsView.as_view(), name="board_rows"),
    path("board/rows/excel/", board.BoardRowsExportView.as_view(), name="board_rows_excel"),
    path("commitments/", commitments.CommitmentListView.as_view(), name="commitments"),
    path("commitments/excel/", commitments.CommitmentExportView.as_view(), name="promises_excel"),
    path(PROMISE, commitments.CommitmentView.as_view(), name="commitment"),
    path(f"{PROMISE}progress/", commitment_acts.ProgressView.as_view(), name="progress"),
    path(f"{PROMISE}later/", commitment_acts.LaterView.as_view(), name="later"),
    path(f"{PROMISE}kept/", commitment_acts.ReportKeptView.as_view(), name="report_kept"),
    path(f"{PROMISE}confirm/", commitment_acts.ConfirmKeptView.as_view(), name="confirm_kept"),
    path(f"{PROMISE}not-kept/", commitment_acts.NotKeptView.as_view(), name="not_kept"),
    path(
        f"{PROMISE}reopen/",
        commitment_acts.ReopenCommitmentView.as_view(),
        name="reopen_commitment",
    ),
]
