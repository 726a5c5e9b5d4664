"""The text on the desk, its files, and who is asked to co-sign."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
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
from congress.organisations.models import CongressSession, Deputy, Organisation
from congress.organisations.models.organisations import Kind
from congress.organisations.roles import DEPUTY
from congress.organisations.rules import require
from congress.suggestions.actions.holding import held
from congress.suggestions.actions.mandates import require_mandate
from congress.suggestions.models import Signatory, Suggestion, SuggestionFile
from congress.suggestions.models.choices import Answer, Jurisdiction, Part
from congress.suggestions.rules import may_begin, may_edit
from congress.suggestions.states.entry import SUBMIT

SITTING = timedelta(hours=2)
PRESSED_TWICE = timedelta(minutes=10)


class Conflict(Exception):
    """Another window has saved since this one was opened; `suggestion` is what stands now."""

    def __init__(self, suggestion: Suggestion) -> None:
        self.suggestion = suggestion
        super().__init__(_("This text was saved from another window in the meantime."))


@transaction.atomic
def draft_suggestion(
    congress: Organisation,
    *,
    lead: Deputy,
    session: CongressSession | None = None,
    by: Actor,
    at: datetime,
    **text: Any,
) -> Suggestion:
    """A new draft of the lead deputy's; entered by the office it is one on behalf, and a scan of
    the signed paper must be attached before it is submitted. `text` are `Suggestion.TEXT_FIELDS`,
    for the office also `from_motion`."""
    require(may_begin(by, congress) and lead.congress_id == congress.pk)
    if by.role == DEPUTY:
        require(lead.user_id == by.user_id)
    require_mandate(lead, at, "lead")
    if session and session.term_id != lead.term_id:
        raise ValidationError({"session": _("This session belongs to another term.")})
    suggestion = Suggestion(
        congress=congress,
        term=lead.term,
        session=session,
        jurisdiction=Jurisdiction.COUNTY if congress.kind == Kind.COUNTY else Jurisdiction.TOWNSHIP,
        created_at=at,
        entered_by="" if by.role == DEPUTY else str(by),
        **text,
    )
    suggestion.full_clean()
    suggestion.save()
    signatory = Signatory(
        suggestion=suggestion,
        deputy=lead,
        part=Part.LEAD,
        answer=Answer.CONFIRMED,
        asked_at=at,
        answered_at=at,
        on_paper=by.role != DEPUTY,
    )
    signatory.full_clean()
    signatory.save()
    record(suggestion, "create", by=by, at=at, label=pgettext("act done", "draft begun"))
    return suggestion


@transaction.atomic
def draft_with_files(
    congress: Organisation,
    *,
    lead: Deputy,
    files: Iterable[UploadedFile],
    purpose: str = SuggestionFile.Purpose.PHOTO,
    by: Actor,
    at: datetime,
    **text: Any,
) -> Suggestion:
    """A draft as one press makes it; a second press of the same page finds the first one's."""
    Deputy.objects.select_for_update().get(pk=lead.pk)
    led = Signatory.objects.filter(deputy=lead, part=Part.LEAD, asked_at__gt=at - PRESSED_TWICE)
    same = Suggestion.objects.filter(pk__in=led.values("suggestion"), state="draft", **text)
    suggestion = same.first()
    if suggestion is None:
        suggestion = draft_suggestion(congress, lead=lead, by=by, at=at, **text)
    for file in files:
        attach_to_draft(suggestion, file, purpose=purpose, by=by, at=at)
    return suggestion


@transaction.atomic
def edit_suggestion(
    suggestion: Suggestion, *, edition: int, by: Actor, at: datetime, **text: Any
) -> Suggestion:
    """Raises `Conflict` where another window has saved meanwhile, `NotNow` off the desk. "Edited"
    enters the trail once a sitting."""
    current = on_the_desk(suggestion, by)
    if current.edition != edition:
        raise Conflict(current)
    for field, value in text.items():
        setattr(current, field, value)
    current.edition += 1
    current.full_clean()
    current.save()
    last = last_entry(current)
    if last is None or last.act != "edit" or last.at < at - SITTING:
        record(current, "edit", by=by, at=at, label=pgettext("act done", "edited"))
    return current


def autosave_suggestion(
    suggestion: Suggestion, *, edition: int, by: Actor, **text: Any
) -> int | None:
    """Keeps what is being typed and chosen, as a form has checked it, outside the trail; an empty
    title leaves the last one. Returns the new edition, None where another window has saved
    meanwhile or the text is off the desk."""
    require(may_edit(by, suggestion) or suggestion.state != "draft")
    kept = {name: text[name] for name in Suggestion.TEXT_FIELDS if name in text}
    if not kept.get("title", " ").strip():
        kept.pop("title")
    rows = Suggestion.objects.filter(pk=suggestion.pk, state="draft", edition=edition)
    saved = rows.update(**kept, edition=F("edition") + 1)
    return edition + 1 if saved else None


@transaction.atomic
def discard_suggestion(suggestion: Suggestion, *, by: Actor, at: datetime) -> None:
    """Removes a draft that was never submitted; its trail stays."""
    current = on_the_desk(suggestion, by)
    label = pgettext("act done", "draft removed")
    record(current, "discard", by=by, at=at, label=label, note=current.title)
    files = [row.file for row in current.files.all()]
    current.delete()
    for file in files:
        delete_on_commit(file)


@transaction.atomic
def attach_to_draft(
    suggestion: Suggestion,
    upload: UploadedFile,
    *,
    purpose: str = SuggestionFile.Purpose.PHOTO,
    by: Actor,
    at: datetime,
) -> SuggestionFile:
    """A photo or enclosure, or the scan of the signed paper; the same file once. Raises
    `ValidationError` for a file that may not be attached."""
    current = on_the_desk(suggestion, by)
    same = current.files.filter(sha256=described(upload)["sha256"], purpose=purpose).first()
    return same or keep_file(current, upload, purpose=purpose, by=by, at=at)


@transaction.atomic
def remove_from_draft(row: SuggestionFile, *, by: Actor, at: datetime) -> None:
    current = on_the_desk(row.suggestion, by)
    label = pgettext("act done", "file removed")
    record(current, "detach", by=by, at=at, label=label, note=row.name)
    file = row.file
    row.delete()
    delete_on_commit(file)


def delete_on_commit(file: FieldFile) -> None:
    transaction.on_commit(lambda: file.storage.delete(str(file.name)))


def keep_file(
    suggestion: Suggestion, upload: UploadedFile, *, by: Actor, at: datetime, **fields: Any
) -> SuggestionFile:
    """Within an act that has asked its rule."""
    check_attachment(upload)
    row = SuggestionFile(suggestion=suggestion, added_at=at, **fields, **described(upload))
    row.full_clean()
    row.save()
    read_later(row)
    label = pgettext("act done", "file added")
    record(suggestion, "attach", by=by, at=at, label=label, note=row.name)
    return row


def on_the_desk(suggestion: Suggestion, by: Actor) -> Suggestion:
    current = held(suggestion, SUBMIT)
    if current.state != "draft":
        raise NotNow(SUBMIT, last_entry(current))
    require(may_edit(by, current))
    return current
