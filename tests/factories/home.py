"""The site of a county, and what its editors put there."""

from datetime import timedelta
from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.utils import timezone
from PIL import Image as Picture
from wagtail.documents.models import Document
from wagtail.images.models import Image

from congress.audit.actors import Actor
from congress.notices.models import Notice
from congress.organisations.models import Organisation
from congress.organisations.roles import COUNTY_SUPERVISOR, SECRETARY
from home.actions import begin_news, hand_over_notice, open_county
from home.models import NewsIndexPage, NewsPage, NoticeIndexPage, NoticePage, Section
from home.plain.bodies import rows_of
from tests.factories.information import actor_of
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


def make_notice_page(organisation: Organisation, **fields) -> NoticePage:
    """A notice written in the editor, with its revision; `documents` are its attachments."""
    documents = fields.pop("documents", [])
    defaults = {
        "title": "第二次代表会议",
        "body": "<p>听取半年工作报告。</p><ol><li>审议</li><li>表决</li></ol>",
        "meeting_at": timezone.now().replace(second=0, microsecond=0) + timedelta(days=3),
        "place": "镇文化站",
    }
    page = NoticePage(**(defaults | fields), live=False)
    page.files = [("document", document) for document in documents]
    NoticeIndexPage.objects.get(office__organisation=organisation).add_child(instance=page)
    page.save_revision()
    return page


def hand_over(page: NoticePage) -> Notice:
    role = COUNTY_SUPERVISOR if page.section.kind == "county" else SECRETARY
    return hand_over_notice(page, by=actor_of(role, page.section), at=timezone.now())
