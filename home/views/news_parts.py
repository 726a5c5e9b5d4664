"""Files that come with the plain form."""

from datetime import datetime
from pathlib import PurePath
from typing import Any
from uuid import uuid4

from congress.audit.actors import Actor
from congress.organisations.models import Organisation
from home.actions import add_document, add_picture
from home.forms.news import NewsTextForm
from home.plain.kept import Row


def files_of(
    form: NewsTextForm, organisation: Organisation, *, by: Actor, at: datetime
) -> tuple[dict[str, Any], list[Row]]:
    """The cover as a field of the page, where one was chosen, and an attachment as a row of the
    body. Raises `ValidationError`."""
    fields: dict[str, Any] = {}
    rows: list[Row] = []
    cover, attachment = form.cleaned_data["cover_file"], form.cleaned_data["attachment"]
    if cover:
        title = form.cleaned_data["cover_alternative"] or form.cleaned_data["title"]
        fields["cover"] = add_picture(organisation, cover, title=title, by=by, at=at)
    if attachment:
        title = PurePath(attachment.name).stem
        document = add_document(organisation, attachment, title=title, by=by, at=at)
        rows.append({"type": "document", "value": document.pk, "id": str(uuid4())})
    return fields, rows
