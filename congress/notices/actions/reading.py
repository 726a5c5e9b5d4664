"""Keeps the search current where a notice changes without being saved, and reads its files."""

from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils import timezone
from django_tasks import task
from modelsearch import index

from congress.files.texts import is_read, text_of
from congress.notices.models import Notice, NoticeFile, NoticeFileReading


def index_text(notice: Notice) -> None:
    """Who may find it is asked of `rules` at each search."""
    index.insert_or_update_object(Notice.objects.get(pk=notice.pk))


def read_later(file: NoticeFile) -> None:
    """Reads the words of a file once the act that brought it is done."""
    if is_read(file.name):
        transaction.on_commit(partial(read_file_task.enqueue, file.pk))


def read_file(file: NoticeFile, *, at: datetime) -> NoticeFileReading:
    """Keeps the words of the file, none where it cannot be read."""
    text = ""
    if file.file.storage.exists(str(file.file.name)):
        with file.file.open("rb") as stream:
            text = text_of(stream, file.name)
    with transaction.atomic():
        reading, _made = NoticeFileReading.objects.update_or_create(
            file=file, defaults={"text": text, "read_at": at}
        )
        index.insert_or_update_object(NoticeFile.objects.get(pk=file.pk))
    return reading


@task()
def read_file_task(pk: int) -> None:
    """Nothing where the file was removed meanwhile."""
    file = NoticeFile.objects.filter(pk=pk).first()
    if file:
        read_file(file, at=timezone.now())
