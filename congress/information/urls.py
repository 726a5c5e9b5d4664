from django.urls import path

from congress.information.views import acts, desk, detail, imports, keeping, lists, undoing

app_name = "information"

urlpatterns = [
    path("", lists.ItemListView.as_view(), name="list"),
    path("excel/", lists.ItemExportView.as_view(), name="export"),
    path("new/", desk.ItemCreateView.as_view(), name="create"),
    path("<int:pk>/", detail.ItemDetailView.as_view(), name="detail"),
    path("<int:pk>/files/<int:file>/", detail.ItemFileView.as_view(), name="file"),
    path("<int:pk>/edit/", desk.ItemEditView.as_view(), name="edit"),
    path("<int:pk>/autosave/", desk.AutosaveView.as_view(), name="autosave"),
    path("<int:pk>/files/", desk.AttachView.as_view(), name="attach"),
    path("<int:pk>/files/<int:file>/remove/", desk.RemoveFileView.as_view(), name="remove_file"),
    path("<int:pk>/submit/", acts.SubmitView.as_view(), name="submit"),
    path("<int:pk>/sign-off/", acts.SignOffView.as_view(), name="sign_off"),
    path("<int:pk>/recall/", acts.RecallView.as_view(), name="recall"),
    path("<int:pk>/send-back/", acts.SendBackView.as_view(), name="send_back"),
    path("<int:pk>/withdraw/", acts.WithdrawView.as_view(), name="withdraw"),
    path("<int:pk>/discard/", acts.DiscardView.as_view(), name="discard"),
    path("<int:pk>/return/", acts.ReturnView.as_view(), name="return"),
    path("<int:pk>/return/undo/", acts.UndoReturnView.as_view(), name="undo_return"),
    path("<int:pk>/retain/", acts.RetainView.as_view(), name="retain"),
    path("<int:pk>/retain/undo/", acts.UndoRetainView.as_view(), name="undo_retain"),
    path("<int:pk>/adopt/", acts.AdoptView.as_view(), name="adopt"),
    path(
        "<int:pk>/adoptions/<int:row>/undo/",
        undoing.UndoAdoptionView.as_view(),
        name="undo_adoption",
    ),
    path("<int:pk>/send-up/", acts.SendUpView.as_view(), name="send_up"),
    path(
        "<int:pk>/sendings/<int:row>/undo/",
        undoing.UndoSendingView.as_view(),
        name="undo_sending",
    ),
    path("<int:pk>/instructions/", acts.InstructionView.as_view(), name="note_instruction"),
    path(
        "<int:pk>/instructions/<int:row>/undo/",
        undoing.UndoInstructionView.as_view(),
        name="undo_instruction",
    ),
    path("import/", imports.ItemsUpload.as_view(), name="import_items"),
    path("import/<uuid:token>/", imports.ItemsPreview.as_view(), name="import_items_preview"),
    path("rules/", keeping.RuleListView.as_view(), name="rules"),
    path("rules/new/", keeping.RuleCreateView.as_view(), name="rule_create"),
    path("rules/<int:pk>/end/", keeping.RuleEndView.as_view(), name="rule_end"),
    path("rules/<int:pk>/delete/", keeping.RuleDeleteView.as_view(), name="rule_delete"),
    path("publications/", keeping.PublicationListView.as_view(), name="publications"),
    path("publications/new/", keeping.PublicationCreateView.as_view(), name="publication_create"),
    path("publications/<int:pk>/", keeping.PublicationEditView.as_view(), name="publication_edit"),
    path("settings/", keeping.SettingsView.as_view(), name="settings"),
]
