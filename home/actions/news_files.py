"""Pictures and documents of a section, added outside of Wagtail's editor."""

from datetime import datetime
from typing import TypeVar

from django.core.files.base import File
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import UploadedFile
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.log_actions import log

from congress.audit.actors import Actor
from congress.files.uploads import check_attachment
from congress.organisations.models import Organisation, User
from congress.organisations.rules import require
from home.mirror import in_the_name_of
from home.models import Section
from home.rules import may_write_news

LONGEST = 200
Thing = TypeVar("Thing", Image, Document)


def add_picture(
    organisation: Organisation, file: File, *, title: str, by: Actor, at: datetime
) -> Image:
    """A picture that a form has checked, in the section's collection."""
    require(may_write_news(by, organisation.pk))
    image = Image(title=title[:LONGEST], file=ImageFile(file, name=file.name))
    return _kept(image, organisation, by, at)


def add_document(
    organisation: Organisation, file: UploadedFile, *, title: str, by: Actor, at: datetime
) -> Document:
    """Raises `ValidationError` for a file that may not be attached."""
    require(may_write_news(by, organisation.pk))
    check_attachment(file)
    return _kept(Document(title=title[:LONGEST], file=file), organisation, by, at)


def _kept(thing: Thing, organisation: Organisation, by: Actor, at: datetime) -> Thing:
    user = User.objects.filter(pk=by.user_id).first()
    thing.collection = Section.objects.get(organisation=organisation).collection
    thing.uploaded_by_user = user
    thing.save()
    with in_the_name_of(by, at):
        log(thing, "wagtail.create", user=user)
    return thing
