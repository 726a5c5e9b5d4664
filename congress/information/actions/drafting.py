"""The text on the township's desk."""

from datetime import datetime, timedelta
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import F
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
from congress.information.actions.holding import draft_of, held
from congress.information.actions.reading import index_text
from congress.information.models import Draft, Item, ItemAttachment
from congress.information.rules import EDITABLE, is_own, may_discard, may_write
from congress.information.states import SUBMIT
from congress.organisations.models import Organisation
from congress.organisations.rules import require

SITTING = timedelta(hours=2)


class Conflict(Exception):
    """Another window has saved since this one was opened; `draft` is what stands now."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        super().__init__(_("This text was saved from another window in the meantime."))


@transaction.atomic
def create_item(organisation: Organisation, *, by: Actor, at: datetime, **text: Any) -> Item:
    """A new draft; `text` are fields of `ItemText`."""
    require(may_write(by) and by.organisation_id == organisation.pk)
    item = Item(organisation=organisation, created_at=at, **text)
    item.full_clean()
    item.save()
    Draft.objects.create(item=item, saved_at=at, **text)
    record(item, "create", by=by, at=at, label=pgettext("act done", "draft begun"))
    return item


@transaction.atomic
def begin_item(organisation: Organisation, *, by: Actor, at: datetime) -> Item:
    """The township's empty draft where there is one, else a new one: two presses make one."""
    Organisation.objects.select_for_update(of=("self",)).get(pk=organisation.pk)
    empty = Item.objects.filter(organisation=organisation, state="draft", title="", body="")
    return empty.first() or create_item(organisation, drafter=by.name, by=by, at=at)


def save_draft(item: Item, *, version: int, by: Actor, at: datetime, **text: Any) -> int:
    """Keeps what is typed, complete or not, and returns the new version.

    A plain update guarded by `version`, outside the trail; raises `Conflict` where another window
    has saved meanwhile, `NotNow` where the item can no longer be edited.
    """
    with transaction.atomic():
        current = _on_the_desk(item, by)
        draft = draft_of(current, at)
        saved = Draft.objects.filter(item=item, version=version).update(
            **text, version=F("version") + 1, saved_at=at
        )
        if not saved:
            raise Conflict(draft)
        if current.state == "draft":
            Item.objects.filter(pk=item.pk).update(**text)
            index_text(current)
    return version + 1


@transaction.atomic
def edit_draft(item: Item, *, version: int, by: Actor, at: datetime, **text: Any) -> int:
    """Saves by the form's own button; "edited" enters the trail once a sitting."""
    new_version = save_draft(item, version=version, by=by, at=at, **text)
    draft = draft_of(item, at)
    if draft.sitting_at is None or at - draft.sitting_at > SITTING:
        Draft.objects.filter(pk=draft.pk).update(sitting_at=at)
        record(item, "edit", by=by, at=at, label=pgettext("act done", "edited"))
    return new_version


@transaction.atomic
def discard_draft(item: Item, *, by: Actor, at: datetime) -> None:
    """Removes a draft that was never handed in; its trail stays."""
    require(may_write(by) and is_own(by, item))
    current = held(item, SUBMIT)
    if not may_discard(by, current):
        raise NotNow(SUBMIT, last_entry(item))
    record(
        item, "discard", by=by, at=at, label=pgettext("act done", "draft removed"), note=item.title
    )
    files = [attachment.file for attachment in item.attachments.all()]
    current.delete()
    for file in files:
        _delete_on_commit(file)


@transaction.atomic
def attach_file(item: Item, upload: UploadedFile, *, by: Actor, at: datetime) -> ItemAttachment:
    """Raises `ValidationError` for a file that may not be attached."""
    item = _on_the_desk(item, by)
    check_attachment(upload)
    attachment = ItemAttachment(item=item, added_at=at, **described(upload))
    attachment.full_clean()
    attachment.save()
    read_later(attachment)
    record(
        item, "attach", by=by, at=at, label=pgettext("act done", "file added"), note=attachment.name
    )
    return attachment


@transaction.atomic
def remove_file(attachment: ItemAttachment, *, by: Actor, at: datetime) -> None:
    """Only before it was handed in."""
    item = _on_the_desk(attachment.item, by)
    attachment.refresh_from_db()
    require(attachment.round_number is None)
    record(
        item,
        "detach",
        by=by,
        at=at,
        label=pgettext("act done", "file removed"),
        note=attachment.name,
    )
    attachment.delete()
    _delete_on_commit(attachment.file)


def _delete_on_commit(file: FieldFile) -> None:
    """The stored file goes once nothing can bring its row back."""
    transaction.on_commit(lambda: file.storage.delete(str(file.name)))


def _on_the_desk(item: Item, by: Actor) -> Item:
    """The locked item, where the secretary may still work on it."""
    require(may_write(by) and is_own(by, item))
    current = held(item, SUBMIT)
    if current.state not in EDITABLE:
        raise NotNow(SUBMIT, last_entry(item))
    return current
