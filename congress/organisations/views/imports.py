"""Taking over an Excel file: upload, preview with the fate of every row, confirmation."""

from datetime import datetime
from typing import Any, ClassVar

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView, TemplateView

from congress.files.refusals import FileRefused
from congress.files.reports import Report
from congress.files.spreadsheets import Sheet, read_workbook
from congress.organisations import deposits
from congress.organisations.access import AccessMixin
from congress.organisations.forms.imports import UploadForm
from congress.organisations.views.import_rows import LABELS, lines_of, pills_of, shown


class ImportMixin(AccessMixin):
    """`kind` marks the files of one import; `upload` and `preview` are names of URLs."""

    kind: ClassVar[str]
    heading: ClassVar[str | Promise]
    lede: ClassVar[str | Promise]
    upload: ClassVar[str]
    preview: ClassVar[str]

    def take_over(self, sheets: tuple[Sheet, ...], **options: Any) -> Report:
        """Calls the action with `options`: county, file, dry_run, by, at."""
        raise NotImplementedError

    def run(self, file: Any, name: str, *, dry_run: bool, at: datetime) -> Report:
        """Raises `FileRefused`."""
        return self.take_over(
            read_workbook(file),
            county=self.organisation,
            file=name,
            dry_run=dry_run,
            by=self.actors[0],
            at=at,
        )


class ClearingMixin(ImportMixin):
    """Whoever opens a page of an import removes the files that have waited too long."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        deposits.clear(timezone.now())
        return super().get(request, *args, **kwargs)


class UploadView(ClearingMixin, FormView):
    form_class = UploadForm
    template_name = "congress/imports/upload.html"

    def form_valid(self, form: UploadForm) -> HttpResponse:
        file = form.cleaned_data["file"]
        at = timezone.now()
        try:
            report = self.run(file, file.name, dry_run=True, at=at)
        except FileRefused as refused:
            form.add_error("file", refused)
            return self.form_invalid(form)
        kept = deposits.deposit(
            file,
            report,
            kind=self.kind,
            user_id=self.request.user.pk,
            county_id=self.organisation.pk,
            at=at,
        )
        return redirect(self.preview, token=kept.token)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            heading=self.heading, lede=self.lede, county=self.organisation.name, **kwargs
        )


class PreviewView(ClearingMixin, TemplateView):
    """Before the confirmation what would become of every row, afterwards what became of it."""

    template_name = "congress/imports/preview.html"
    paginate_by = 100

    @cached_property
    def deposit(self) -> deposits.Deposit:
        found = deposits.find(self.kwargs["token"], kind=self.kind, user_id=self.request.user.pk)
        if found is None or found.county_id not in {a.organisation_id for a in self.actors}:
            raise Http404
        return found

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Reads the file once more: the database may have moved on since the preview."""
        kept = self.deposit
        if not kept.done:
            try:
                deposits.confirm(
                    kept, lambda file: self.run(file, kept.name, dry_run=False, at=timezone.now())
                )
            except (FileRefused, FileNotFoundError) as error:
                gone = _("The file is no longer here. Please choose it again.")
                messages.error(request, getattr(error, "sentence", gone))
                return redirect(self.upload)
            messages.success(request, _("The file has been imported."))
        return redirect(self.preview, token=kept.token)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        report = self.deposit.report
        asked = self.request.GET.get("fate", "")
        fate = asked if asked in LABELS else ""
        page = Paginator(lines_of(report, fate), self.paginate_by).get_page(
            self.request.GET.get("page")
        )
        return super().get_context_data(
            heading=self.heading,
            deposit=self.deposit,
            report=report,
            rows=len(report.lines),
            totals=report.totals,
            pills=pills_of(report, fate, self.request.path),
            page_obj=page,
            lines=[shown(line) for line in page],
            upload_url=reverse(self.upload),
            **kwargs,
        )
