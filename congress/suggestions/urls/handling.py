"""A unit's screens: receipt, contact, reply; and what the presidium answers to its reply."""

from django.urls import path

from congress.suggestions.views import receiving, replying, settings, signing, units

PART = "<key:pk>/parts/<key:part>/"
REPLY = "<key:pk>/replies/<key:reply>/"

urlpatterns = [
    path("settings/", settings.SettingsView.as_view(), name="settings"),
    path("unit/", units.UnitListView.as_view(), name="unit"),
    path("unit/excel/", units.UnitExportView.as_view(), name="unit_export"),
    path(f"{PART}acknowledge/", receiving.AcknowledgeView.as_view(), name="acknowledge"),
    path(f"{PART}return/", receiving.RequestReturnView.as_view(), name="request_return"),
    path(f"{PART}contact/", receiving.ContactView.as_view(), name="contact"),
    path(f"{PART}opinion/", receiving.OpinionView.as_view(), name="opinion"),
    path(f"{PART}opinion/again/", receiving.AgainView.as_view(), name="again"),
    path("<key:pk>/clocks/<key:clock>/", receiving.ExtensionView.as_view(), name="extension"),
    path(f"{PART}reply/", replying.ReplyEditView.as_view(), name="reply"),
    path(f"{PART}reply/autosave/", replying.ReplyAutosaveView.as_view(), name="reply_autosave"),
    path(f"{PART}reply/files/", replying.ReplyAttachView.as_view(), name="reply_attach"),
    path(
        f"{PART}reply/files/<key:file>/remove/",
        replying.ReplyRemoveFileView.as_view(),
        name="reply_remove_file",
    ),
    path(f"{REPLY}sign/", signing.SignReplyView.as_view(), name="sign_reply"),
    path(f"{REPLY}recall/", signing.RecallReplyView.as_view(), name="recall_reply"),
    path(f"{REPLY}give-back/", signing.GiveBackReplyView.as_view(), name="give_back_reply"),
    path(f"{REPLY}release/", signing.ReleaseReplyView.as_view(), name="release_reply"),
]
