"""The text on the desk, and its files."""

from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.audit.queries import last_entry
from congress.files.attachments import described
from congress.files.keeping import read_later
from congress.files.uploads import check_attachment
from congress.flow.moves import NotNow
from congress.notices.actions.holding import held
from congress.notices.models import Notice, NoticeFile
from congress.notices.queries.audience import Audience
from congress.notices.rules import keeps, may_write
from congress.notices.states import SUBMIT
from congress.organisations.models import Organisation
from congress.organisations.rules import require


class Conflict(Exception):
    """Another window has saved since this one was opened; `notice` is what stands now."""

    def __init__(self, notice: Notice) -> None:
        self.notice = notice
        super().__init__(_("This text was saved from another window in the meantime."))


@transaction.atomic
def draft_notice(
    organisation: Organisation, *, audience: Audience, by: Actor, at: datetime, **text: Any
) -> Notice:
    """A new draft; `text` are fields of `NoticeText`, `routine` and `ends_on`."""
    require(may_write(by) and by.organisation_id == organisation.pk)
    notice = Notice(
        organisation=organisation, created_at=at, all_deputies=audience.all_deputies, **text
    )
    notice.full_clean()
    notice.save()
    _choose(notice, audience)
    record(notice, "create", by=by, at=at, label=pgettext("act done", "draft begun"))
    return notice


@transaction.atomic
def edit_notice(
    notice: Notice, *, edition: int, audience: Audience, by: Actor, at: datetime, **text: Any
) -> Notice:
    """Raises `Conflict` where another window has saved meanwhile, `NotNow` off the desk."""
    current = _on_the_desk(notice, by)
    if current.edition != edition:
        raise Conflict(current)
    for field, value in text.items():
        setattr(current, field, value)
    current.all_deputies = audience.all_deputies
    current.edition += 1
    current.full_clean()
    current.save()
    _choose(current, audience)
    record(current, "edit", by=by, at=at, label=pgettext("act done", "edited"))
    return current


@transaction.atomic
def discard_notice(notice: Notice, *, by: Actor, at: datetime) -> None:
    """Removes a draft; its trail stays."""
    current = _on_the_desk(notice, by)
    label = pgettext("act done", "draft removed")
    record(current, "discard", by=by, at=at, label=label, note=current.title)
    files = [row.file for row in current.files.all()]
    current.delete()
    for file in files:
        _delete_on_commit(file)


@transaction.atomic
def attach_file(notice: Notice, upload: UploadedFile, *, by: Actor, at: datetime) -> NoticeFile:
    """Raises `ValidationError` for a file that may not be attached."""
    current = _on_the_desk(notice, by)
    check_attachment(upload)
    row = NoticeFile(notice=current, added_at=at, **described(upload))
    row.full_clean()
    row.save()
    label = pgettext("act done", "file added")
    read_later(row)
    record(current, "attach", by=by, at=at, label=label, note=row.name)
    return row


@transaction.atomic
def remove_file(row: NoticeFile, *, by: Actor, at: datetime) -> None:
    current = _on_the_desk(row.notice, by)
    label = pgettext("act done", "file removed")
    record(current, "detach", by=by, at=at, label=label, note=row.name)
    row.delete()
    _delete_on_commit(row.file)


def _choose(notice: Notice, audience: Audience) -> None:
    for part in Audience.PARTS:
        getattr(notice, part).set(getattr(audience, part))


def _delete_on_commit(file: FieldFile) -> None:
    """The stored file goes once nothing can bring its row back."""
    transaction.on_commit(lambda: file.storage.delete(str(file.name)))


def _on_the_desk(notice: Notice, by: Actor) -> Notice:
    require(keeps(by, notice))
    current = held(notice, SUBMIT)
    if current.state != "draft":
        raise NotNow(SUBMIT, last_entry(current))
    return current
