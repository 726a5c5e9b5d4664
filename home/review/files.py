"""A picture or document that the public sees, or a reviewer reads, is superseded, not replaced."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from wagtail.models import Page, ReferenceIndex, Revision, WorkflowState

from home.review.refusals import FILE_IN_USE


def is_held(file: models.Model) -> bool:
    """A page that is live, scheduled or in review shows it."""
    if file.pk is None:
        return False
    kind = ContentType.objects.get_for_model(Page)
    rows = ReferenceIndex.get_references_to(file).filter(base_content_type=kind)
    pages = [int(pk) for pk in rows.values_list("object_id", flat=True)]
    names = [str(pk) for pk in pages]
    dated = Revision.page_revisions.filter(object_id__in=names, approved_go_live_at__isnull=False)
    if Page.objects.filter(pk__in=pages, live=True).exists() or dated.exists():
        return True
    waiting = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_IN_PROGRESS, object_id__in=names
    )
    return waiting.exists()


class KeptFileMixin:
    """Name and collection may change; the file may not. For the forms of pictures and documents."""

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if "file" in self.changed_data and is_held(self.instance):  # type: ignore[attr-defined]
            self.add_error("file", ValidationError(FILE_IN_USE))  # type: ignore[attr-defined]
        return data
