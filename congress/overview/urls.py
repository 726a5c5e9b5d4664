from django.urls import path

from congress.overview.views import count, count_export, count_rows, today, trail

app_name = "overview"

urlpatterns = [
    path("", today.TodayView.as_view(), name="today"),
    path("count/", count.CountView.as_view(), name="count"),
    path("count/excel/", count_export.CountExportView.as_view(), name="count_export"),
    path("count/rows/", count_rows.CountRowsView.as_view(), name="count_rows"),
    path("count/rows/excel/", count_rows.CountRowsExportView.as_view(), name="count_rows_export"),
    path("trail/", trail.TrailView.as_view(), name="trail"),
    path("trail/excel/", trail.TrailExportView.as_view(), name="trail_export"),
]
