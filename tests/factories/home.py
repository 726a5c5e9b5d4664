"""The site of a county, and what its editors put there."""

from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.utils import timezone
from PIL import Image as Picture
from wagtail.documents.models import Document
from wagtail.images.models import Image

from congress.audit.actors import Actor
from congress.organisations.models import Organisation
from home.actions import begin_news, open_county
from home.models import NewsIndexPage, NewsPage, Section
from home.plain.bodies import rows_of
from tests.factories.review import published

BASE_URL = "http://testserver"


def opened(county: Organisation) -> None:
    """Opens the county's site with a part for each of its townships."""
    open_county(county, base_url=BASE_URL, by=Actor.system("tests"), at=timezone.now())


def make_news(organisation: Organisation, *, draft: bool = False, **fields) -> NewsPage:
    """A piece of news in the organisation's list that passed the three reviews, or a draft with
    its revision."""
    index = NewsIndexPage.objects.get(section=organisation)
    defaults = {"title": "代表进站接待选民", "body": [("paragraph", "<p>正文。</p>")]}
    page = NewsPage(**(defaults | fields), live=False, has_unpublished_changes=True)
    index.add_child(instance=page)
    page.save_revision()
    return page if draft else published(page)


def picture_file(width: int = 640, height: int = 480, *, noisy: bool = False) -> ImageFile:
    picture = (
        Picture.effect_noise((width, height), 120) if noisy else Picture.new("L", (width, height))
    )
    stream = BytesIO()
    picture.convert("RGB").save(stream, "JPEG", quality=95)
    return ImageFile(BytesIO(stream.getvalue()), name="picture.jpg")


def make_image(organisation: Organisation, title: str = "会场", **size) -> Image:
    collection = Section.objects.get(organisation=organisation).collection
    return Image.objects.create(title=title, file=picture_file(**size), collection=collection)


def make_document(organisation: Organisation, title: str = "工作要点") -> Document:
    collection = Section.objects.get(organisation=organisation).collection
    file = ContentFile(b"%PDF-1.4", name="plan.pdf")
    return Document.objects.create(title=title, file=file, collection=collection)


def make_draft(
    organisation: Organisation, *, by: Actor, text: str = "正文。", **fields
) -> NewsPage:
    """A draft as the workspace makes it."""
    fields = {"title": "代表进站接待选民"} | fields
    return begin_news(organisation, rows=rows_of(text, {}), by=by, at=timezone.now(), **fields)
