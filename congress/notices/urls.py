from django.urls import path

from congress.notices.views import acts, calendar, desk, detail, lists, rest, rows, settings, sheet

app_name = "notices"

PERSON = "<int:pk>/people/<int:row>/"

urlpatterns = [
    path("", lists.NoticeListView.as_view(), name="list"),
    path("excel/", lists.NoticeExportView.as_view(), name="export"),
    path("received/", lists.ReceivedView.as_view(), name="received"),
    path("new/", desk.NoticeCreateView.as_view(), name="create"),
    path("settings/", settings.SettingsView.as_view(), name="settings"),
    path("<int:pk>/", detail.NoticeDetailView.as_view(), name="detail"),
    path("<int:pk>/mine/", detail.ReplyView.as_view(), name="reply"),
    path("<int:pk>/edit/", desk.NoticeEditView.as_view(), name="edit"),
    path("<int:pk>/files/", desk.AttachView.as_view(), name="attach"),
    path("<int:pk>/files/<int:file>/", detail.NoticeFileView.as_view(), name="file"),
    path("<int:pk>/files/<int:file>/remove/", desk.RemoveFileView.as_view(), name="remove_file"),
    path("<int:pk>/submit/", acts.SubmitView.as_view(), name="submit"),
    path("<int:pk>/recall/", acts.RecallView.as_view(), name="recall"),
    path("<int:pk>/send-back/", acts.SendBackView.as_view(), name="send_back"),
    path("<int:pk>/sign/", acts.SignView.as_view(), name="sign"),
    path("<int:pk>/revise/", acts.ReviseView.as_view(), name="revise"),
    path("<int:pk>/send/", acts.SendView.as_view(), name="send"),
    path("<int:pk>/move/", acts.MoveView.as_view(), name="move"),
    path("<int:pk>/cancel/", acts.CancelView.as_view(), name="cancel"),
    path("<int:pk>/add/", acts.AddView.as_view(), name="add"),
    path("<int:pk>/discard/", acts.DiscardView.as_view(), name="discard"),
    path("<int:pk>/rest/", rest.RestView.as_view(), name="rest"),
    path("<int:pk>/remind/", acts.RemindView.as_view(), name="remind"),
    path("<int:pk>/carrier/", rest.CarrierView.as_view(), name="carrier"),
    path("<int:pk>/group/", rest.GroupTextView.as_view(), name="group_text"),
    path("<int:pk>/ledger/excel/", sheet.LedgerExportView.as_view(), name="ledger_export"),
    path("<int:pk>/sheet/", sheet.SheetView.as_view(), name="sheet"),
    path("<int:pk>/sheet/excel/", sheet.SheetExportView.as_view(), name="sheet_export"),
    path("<int:pk>/meeting.ics", calendar.CalendarView.as_view(), name="calendar"),
    path(PERSON, rows.PersonView.as_view(), name="person"),
    path(f"{PERSON}text/", rows.TextSentView.as_view(), name="text_sent"),
    path(f"{PERSON}call/", rows.CallView.as_view(), name="call"),
    path(f"{PERSON}call/undo/", rows.UndoCallView.as_view(), name="undo_call"),
    path(f"{PERSON}answer/", rows.BehalfView.as_view(), name="behalf"),
    path(f"{PERSON}leave/grant/", rows.GrantLeaveView.as_view(), name="grant_leave"),
    path(f"{PERSON}leave/refuse/", rows.RefuseLeaveView.as_view(), name="refuse_leave"),
    path(f"{PERSON}check-in/", rows.CheckInView.as_view(), name="check_in"),
    path(f"{PERSON}check-in/undo/", rows.UndoCheckInView.as_view(), name="undo_check_in"),
]
