from django.urls import path

from congress.workdays.views import calendar, deadlines

app_name = "workdays"

DAY = "calendar/<int:year>/<int:month>/<int:day>/"

urlpatterns = [
    path("", deadlines.DueView.as_view(), name="due"),
    path("rules/", deadlines.RulesView.as_view(), name="rules"),
    path("rules/choose/", deadlines.ChooseRulesView.as_view(), name="choose_rules"),
    path("calendar/", calendar.ThisYearView.as_view(), name="calendar"),
    path("calendar/<int:year>/", calendar.CalendarView.as_view(), name="year"),
    path("calendar/<int:year>/decree/", calendar.DecreeView.as_view(), name="decree"),
    path("calendar/<int:year>/decree/undo/", calendar.UndoDecreeView.as_view(), name="undo_decree"),
    path(DAY, calendar.DayView.as_view(), name="day"),
    path(DAY + "clear/", calendar.ClearDayView.as_view(), name="clear_day"),
]
