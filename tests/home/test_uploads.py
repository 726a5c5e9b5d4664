"""Pictures and documents that are broken, disguised or made to harm, at every door."""

import json
import zipfile
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image as Picture
from wagtail.documents.models import Document
from wagtail.images.models import Image

from home.models import Section
from tests.factories.home import make_document, make_image, picture_file

MODELS = {"images": Image, "documents": Document}
UNREADABLE = "无法读取"
NOT_WHAT_IT_SAYS = "文件内容与扩展名不符"


def png(*size: int, mode: str = "1") -> bytes:
    stream = BytesIO()
    Picture.new(mode, size).save(stream, "PNG")
    return stream.getvalue()


def package(**parts: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return stream.getvalue()


def bomb() -> bytes:
    return package(word__document_xml=b"0" * 220_000_000)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'
PICTURES = {
    "too many pixels": ("x.png", lambda: png(30_000, 30_000), "万像素"),
    "some too many pixels": ("x.png", lambda: png(7_000, 6_000), "万像素"),
    "cut in its head": ("x.png", lambda: png(640, 480)[:60], UNREADABLE),
    "cut in its middle": ("x.jpg", lambda: picture_file(noisy=True).read()[:9_000], UNREADABLE),
    "a script": ("x.jpg", lambda: b"\xff\xd8\xff<script>", UNREADABLE),
    "svg": ("x.svg", lambda: SVG, UNREADABLE),
    "svg as png": ("x.png", lambda: SVG, UNREADABLE),
    "png as jpg": ("x.jpg", lambda: png(64, 48), "jpeg"),
}
DOCUMENTS = {
    "too large": ("big.pdf", lambda: b"%PDF-1.4" + b"0" * 21 * 1024 * 1024, "20"),
    "a script": ("a.pdf", lambda: b"<script>alert(1)</script>", NOT_WHAT_IT_SAYS),
    "a bomb": ("a.docx", bomb, NOT_WHAT_IT_SAYS),
    "another package": ("a.docx", lambda: package(bomb_txt=b"0"), NOT_WHAT_IT_SAYS),
    "macros": (
        "a.xlsx",
        lambda: package(xl__workbook_xml=b"<a/>", xl__vbaProject_bin=b"0"),
        NOT_WHAT_IT_SAYS,
    ),
    "broken": ("a.xlsx", lambda: package(xl__workbook_xml=b"<a/>")[:40], NOT_WHAT_IT_SAYS),
}
CASES = [("images", name) for name in PICTURES] + [("documents", name) for name in DOCUMENTS]
EVERY_CASE = pytest.mark.parametrize(("kind", "name"), CASES)


def case(kind: str, name: str) -> tuple[str, bytes, str]:
    file, content, sentence = PICTURES[name] if kind == "images" else DOCUMENTS[name]
    return file, content(), sentence


def answers_at_every_door(client, kind: str, file: str, content: bytes, collection: int):
    """The text of the answers of the form, of several at once and of the chooser."""

    def upload():
        return SimpleUploadedFile(file, content)

    fields = {"title": "文件", "collection": collection, "tags": ""}
    prefix = "image" if kind == "images" else "document"
    chooser = {f"{prefix}-chooser-upload-{key}": value for key, value in fields.items()}
    chooser[f"{prefix}-chooser-upload-file"] = upload()
    return [
        client.post(reverse(f"wagtail{app(kind)}:add"), fields | {"file": upload()}),
        client.post(reverse(f"wagtail{app(kind)}:add_multiple"), fields | {"files[]": upload()}),
        client.post(reverse(f"wagtail{app(kind)}_chooser:create"), chooser),
    ]


def app(kind: str) -> str:
    return "images" if kind == "images" else "docs"


def text_of(response) -> str:
    text = response.content.decode()
    return str(json.loads(text)) if "json" in response.headers["Content-Type"] else text


@EVERY_CASE
def test_what_is_refused_at_every_door(site, client_as, kind, name):
    file, content, sentence = case(kind, name)
    collection = Section.objects.get(organisation=site.township).collection_id
    answers = answers_at_every_door(client_as("secretary"), kind, file, content, collection)
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert [sentence in text_of(answer) for answer in answers] == [True, True, True]
    assert MODELS[kind].objects.count() == 0


@EVERY_CASE
def test_what_does_not_replace_a_file(site, client_as, kind, name):
    file, content, sentence = case(kind, name)
    thing = (make_image if kind == "images" else make_document)(site.township)
    url = reverse(f"wagtail{app(kind)}:edit", args=[thing.pk])
    fields = {"title": "改过的", "collection": thing.collection_id, "tags": ""}
    answer = client_as("secretary").post(url, fields | {"file": SimpleUploadedFile(file, content)})
    assert (answer.status_code, sentence in text_of(answer)) == (200, True)
    kept = MODELS[kind].objects.get()
    assert (kept.title, kept.file.name) == (thing.title, thing.file.name)


@pytest.mark.parametrize("kind", MODELS)
def test_a_good_file_passes_every_door(site, client_as, kind):
    content = picture_file().read() if kind == "images" else package(xl__workbook_xml=b"<a/>")
    file = "会场.jpg" if kind == "images" else "计划.xlsx"
    collection = Section.objects.get(organisation=site.township).collection_id
    answers_at_every_door(client_as("secretary"), kind, file, content, collection)
    assert MODELS[kind].objects.filter(collection=collection).count() == 3


def test_a_turned_photograph_passes(site, client_as):
    stream = BytesIO()
    exif = Picture.Exif()
    exif[0x0112] = 6
    Picture.new("RGB", (640, 480)).save(stream, "JPEG", exif=exif)
    collection = Section.objects.get(organisation=site.township).collection_id
    fields = {"title": "会场", "collection": collection, "tags": ""}
    file = ContentFile(stream.getvalue(), name="turned.jpg")
    client_as("secretary").post(reverse("wagtailimages:add"), fields | {"file": file})
    shown = Image.objects.get().get_rendition("width-120")
    assert (shown.width, shown.height) == (120, 160)


@pytest.mark.parametrize("kind", MODELS)
def test_the_words_of_a_file_change_without_its_file(site, client_as, kind):
    thing = (make_image if kind == "images" else make_document)(site.township)
    url = reverse(f"wagtail{app(kind)}:edit", args=[thing.pk])
    fields = {"title": "改过的", "collection": thing.collection_id, "tags": ""}
    client_as("secretary").post(url, fields)
    assert MODELS[kind].objects.get().title == "改过的"
