"""The administrator's screens under /work/county/."""

from django.urls import path

from congress.organisations.views import (
    accounts,
    deputies_import,
    mandates,
    organisations,
    people,
    posts,
    sections,
    sessions,
    terms,
)

app_name = "organisations"

urlpatterns = [
    path("", people.PeopleList.as_view(), name="people"),
    path("people/excel/", people.PeopleExcel.as_view(), name="people_excel"),
    path("people/new/", people.PersonCreate.as_view(), name="person_create"),
    path("people/<int:pk>/", people.PersonDetail.as_view(), name="person"),
    path("people/<int:pk>/edit/", people.PersonEdit.as_view(), name="person_edit"),
    path("people/<int:pk>/numbers/", people.PersonReveal.as_view(), name="person_reveal"),
    path("people/<int:pk>/account/", accounts.AccountGive.as_view(), name="account"),
    path("people/<int:pk>/revoke/", accounts.AccountRevoke.as_view(), name="account_revoke"),
    path("people/<int:pk>/sessions/", accounts.SessionsEnd.as_view(), name="sessions_end"),
    path("people/<int:pk>/posts/new/", posts.PostGive.as_view(), name="post_give"),
    path("people/<int:pk>/mandates/new/", mandates.MandateGive.as_view(), name="mandate_give"),
    path("organisations/", organisations.OrganisationList.as_view(), name="list"),
    path(
        "organisations/excel/",
        organisations.OrganisationExcel.as_view(),
        name="list_excel",
    ),
    path("organisations/new/", organisations.OrganisationCreate.as_view(), name="create"),
    path("organisations/<int:pk>/", organisations.OrganisationDetail.as_view(), name="detail"),
    path("organisations/<int:pk>/edit/", organisations.OrganisationEdit.as_view(), name="edit"),
    path("organisations/<int:pk>/close/", organisations.OrganisationClose.as_view(), name="close"),
    path(
        "organisations/<int:pk>/reopen/", organisations.OrganisationReopen.as_view(), name="reopen"
    ),
    path(
        "organisations/<int:pk>/constituencies/",
        sections.ConstituencyList.as_view(),
        name="constituency",
    ),
    path("organisations/<int:pk>/groups/", sections.GroupList.as_view(), name="group"),
    path(
        "constituencies/<int:pk>/",
        sections.ConstituencyRename.as_view(),
        name="constituency_rename",
    ),
    path("groups/<int:pk>/", sections.GroupRename.as_view(), name="group_rename"),
    path("posts/", posts.PostList.as_view(), name="posts"),
    path("posts/excel/", posts.PostExcel.as_view(), name="posts_excel"),
    path("posts/<int:pk>/", posts.PostDetail.as_view(), name="post"),
    path("posts/<int:pk>/correct/", posts.PostCorrect.as_view(), name="post_correct"),
    path("posts/<int:pk>/end/", posts.PostEnd.as_view(), name="post_end"),
    path("mandates/", mandates.MandateList.as_view(), name="mandates"),
    path("mandates/excel/", mandates.MandateExcel.as_view(), name="mandates_excel"),
    path("mandates/new/", mandates.MandateCreate.as_view(), name="mandate_create"),
    path("mandates/<int:pk>/", mandates.MandateDetail.as_view(), name="mandate"),
    path("mandates/<int:pk>/edit/", mandates.MandateEdit.as_view(), name="mandate_edit"),
    path("mandates/<int:pk>/end/", mandates.MandateEnd.as_view(), name="mandate_end"),
    path("mandates/<int:pk>/confirm/", mandates.MandateConfirm.as_view(), name="mandate_confirm"),
    path("mandates/import/", deputies_import.DeputiesUpload.as_view(), name="import_deputies"),
    path(
        "mandates/import/<uuid:token>/",
        deputies_import.DeputiesPreview.as_view(),
        name="import_deputies_preview",
    ),
    path("sessions/", sessions.SessionList.as_view(), name="sessions"),
    path("sessions/excel/", sessions.SessionExcel.as_view(), name="sessions_excel"),
    path("sessions/new/", sessions.SessionCreate.as_view(), name="session_create"),
    path("sessions/<key:pk>/", sessions.SessionEdit.as_view(), name="session"),
    path("sessions/<key:pk>/remove/", sessions.SessionRemove.as_view(), name="session_remove"),
    path("terms/", terms.TermList.as_view(), name="terms"),
    path("terms/excel/", terms.TermExcel.as_view(), name="terms_excel"),
    path("terms/new/", terms.TermCreate.as_view(), name="term_create"),
    path("terms/<int:pk>/", terms.TermDetail.as_view(), name="term"),
    path("terms/<int:pk>/edit/", terms.TermEdit.as_view(), name="term_edit"),
    path("terms/<int:pk>/confirm/", terms.TermConfirm.as_view(), name="term_confirm"),
]
