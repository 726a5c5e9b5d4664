"""A notice written in the editor is handed over to the notices, which sign and send it."""

from datetime import UTC, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import Document

from congress.audit.actors import Actor
from congress.notices import actions as notices
from congress.notices.models import Notice
from congress.notices.models.texts import Asked, NoticeText
from congress.notices.queries.audience import Audience
from congress.notices.rules import SENT, may_write
from congress.organisations.rules import require
from home.models import HandedOver, NoticePage
from home.plain.lines import LinesOf

WAS_SENT = _(
    "This notice has been sent and is no longer changed here. In the workspace the meeting can be"
    " moved or the notice cancelled."
)
CHANGED_THERE = _(
    "The text was changed in the workspace after it was handed over. Please go on there; what is"
    " written here was not taken over."
)
OF_A_MEETING = {"meeting_at": None, "place": "", "bring": ""}
# A text that waits for its signature or has it comes back to the desk first.
BACK = {"awaiting_signature": notices.recall_notice, "signed": notices.revise_notice}


class NotHandedOver(Exception):
    """Refused; `str()` is the sentence to show."""

    def __init__(self, reason: str | Promise) -> None:
        self.reason = reason
        super().__init__(reason)

    def __str__(self) -> str:
        return str(self.reason)


@transaction.atomic
def hand_over_notice(page: NoticePage, *, by: Actor, at: datetime) -> Notice:
    """The newest text of the page and its files become the draft of a notice; whom it is for is
    chosen there. Handed over again, they replace what came from the page before, and a signature
    is asked for anew; where nothing was changed nothing happens.

    Raises `NotAllowed`, `NotHandedOver`, and `ValidationError` for a text or file that a notice
    cannot take.
    """
    page = NoticePage.objects.select_for_update(of=("self",)).get(pk=page.pk)
    draft = page.get_latest_revision_as_object()
    organisation = page.section
    require(may_write(by) and by.organisation_id == organisation.pk)
    text = text_of(draft)
    last = HandedOver.objects.select_related("notice").filter(page=page).first()
    if last is None:
        nobody = Audience()
        notice = notices.draft_notice(organisation, audience=nobody, by=by, at=at, **text)
        last = HandedOver(page=page, notice=notice, files=[])
    else:
        notice = last.notice
        _require_still_ours(last)
        if last.text == _kept(text) and not _new_files(draft, last):
            return notice
        notice = _edited(notice, text, by, at)
    last.files = _replace_files(notice, last, draft.documents(), by, at)
    last.text = _kept(text)
    last.full_clean()
    last.save()
    return notice


def text_of(page: NoticePage) -> dict[str, Any]:
    """The fields of a notice. Paragraphs are lines, lists keep their marks."""
    lines = [line for group in LinesOf(page.body).groups for line in group]
    text = {name: getattr(page, name) for name in NoticeText.ASKING_FIELDS}
    if page.asked != Asked.ATTEND:
        text |= OF_A_MEETING
    return text | {
        "title": page.title,
        "body": "\n".join(lines),
    }


def _kept(text: dict[str, Any]) -> dict[str, str]:
    """As it is compared: the form of the workspace knows minutes, and ends its lines otherwise."""
    moment = text["meeting_at"]
    words = {name: " ".join(str(value).split()) for name, value in text.items()}
    return words | {"meeting_at": f"{moment.astimezone(UTC):%Y-%m-%d %H:%M}" if moment else ""}


def _require_still_ours(last: HandedOver) -> None:
    notice = last.notice
    if notice.state in SENT:
        raise NotHandedOver(WAS_SENT)
    stands = {name: getattr(notice, name) for name in NoticeText.TEXT_FIELDS}
    if _kept(stands) != last.text:
        raise NotHandedOver(CHANGED_THERE)


def _edited(notice: Notice, text: dict[str, Any], by: Actor, at: datetime) -> Notice:
    if notice.state in BACK:
        notice = BACK[notice.state](notice, by=by, at=at)
    audience = Audience.of(notice)
    edition = notice.edition
    return notices.edit_notice(notice, edition=edition, audience=audience, by=by, at=at, **text)


def _new_files(page: NoticePage, last: HandedOver) -> bool:
    return _keys(page.documents()) != [key for key, _pk in last.files]


def _keys(documents: list[Document]) -> list[str]:
    """A document that is replaced has another file."""
    return [f"{document.pk}:{document.file.name}" for document in documents]


def _replace_files(
    notice: Notice, last: HandedOver, documents: list[Document], by: Actor, at: datetime
) -> list[list[Any]]:
    """Pairs of a document and the attachment made of it; what was attached in the workspace
    stays."""
    had = dict(last.files)
    wanted = dict(zip(_keys(documents), documents, strict=True))
    for row in notice.files.filter(pk__in=[pk for key, pk in had.items() if key not in wanted]):
        notices.remove_file(row, by=by, at=at)
    there = set(notice.files.values_list("pk", flat=True))
    pairs = []
    for key, document in wanted.items():
        pk = had.get(key)
        if pk not in there:
            pk = notices.attach_file(notice, _upload(document), by=by, at=at).pk
        pairs.append([key, pk])
    return pairs


def _upload(document: Document) -> SimpleUploadedFile:
    if not document.file.storage.exists(str(document.file.name)):
        raise ValidationError(_("The file “%(name)s” is missing."), params={"name": document.title})
    with document.file.open("rb") as file:
        return SimpleUploadedFile(document.filename, file.read())
