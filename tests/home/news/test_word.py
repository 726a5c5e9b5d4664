"""A Word file becomes a draft in one's own section."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image as Drawing
from wagtail.images.models import Image

from congress.audit.models import Entry
from home.models import NewsPage, Section
from home.news_rows import rows_of_page
from tests.congress.files.word.samples import SAMPLES as MADE
from tests.documents import TITLE, jpeg, paragraph, picture, word_file
from tests.workbooks import SAMPLES

URL = "/work/site/news/word/"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")


def sent(client, content: bytes, name: str = "稿件.docx", **options):
    return client.post(URL, {"file": SimpleUploadedFile(name, content)}, follow=True, **options)


def made() -> NewsPage:
    return NewsPage.objects.get().get_latest_revision_as_object()


def words(response) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def test_a_given_file_lands_on_the_plain_form(site, client_as):
    content = (SAMPLES / "信息稿" / "02-柳河镇信息.docx").read_bytes()
    response = sent(client_as("secretary"), content)
    page = made()
    assert response.redirect_chain == [(reverse("home:news_edit", args=[page.pk]), 302)]
    assert (page.live, page.section, page.title) == (
        False,
        site.township,
        "柳河镇：开展代表小组活动",
    )
    assert (page.source, page.author) == ("柳河镇人大", "冯光明")
    assert [row["type"] for row in rows_of_page(page)] == [
        "paragraph",
        *["heading", "paragraph"] * 3,
        "table",
    ]
    assert "一、摸清底数" in response.content.decode()
    assert words(response)[1:] == ["落款“（柳河镇人大 冯光明）”已移出正文。"]


def test_the_county_writes_into_its_own(site, client_as):
    sent(client_as("county_editor"), MADE["text_box"]().getvalue())
    assert (made().section, made().source) == (site.county, "云岭县")


def test_pictures_lie_in_the_section_and_want_their_words(site, client_as):
    response = sent(client_as("secretary"), MADE["pictures_in_a_table"]().getvalue())
    images = Image.objects.all()
    collection = Section.objects.get(organisation=site.township).collection
    assert {image.collection for image in images} == {collection}
    pictures = [row["value"] for row in rows_of_page(made()) if row["type"] == "picture"]
    assert [row["caption"] for row in pictures] == ["代表查看水表", "入户座谈", ""]
    assert {row["alternative"] for row in pictures} == {""}
    assert {row["image"] for row in pictures} == {image.pk for image in images}
    assert response.content.decode().count("请用一句话说明第") == 3
    acts = Entry.objects.filter(kind="image")
    assert {(entry.act, entry.role) for entry in acts} == {("wagtail.create", "secretary")}


def test_the_table_is_shown_merged_on_the_page(site, client_as):
    client = client_as("secretary")
    sent(client, MADE["pictures_in_a_table"]().getvalue())
    preview = reverse("wagtailadmin_pages:view_draft", args=[made().pk])
    html = client.get(preview).content.decode()
    assert 'colspan="2"' in html
    assert 'rowspan="2"' in html


def test_the_day_of_the_signature_is_the_day_shown(site, client_as):
    sent(client_as("secretary"), MADE["official_paper"]().getvalue())
    assert made().published_on == date(2026, 3, 5)


def test_raised_digits_are_signs(site, client_as):
    sent(client_as("secretary"), MADE["made_by_wps"]().getvalue())
    assert "300m³" in rows_of_page(made())[-1]["value"]


def bomb() -> bytes:
    stream = BytesIO()
    Drawing.new("1", (12_000, 12_000)).save(stream, "PNG")
    return stream.getvalue()


@pytest.mark.parametrize(
    "content",
    [b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", b"MZ\x90\0", bomb(), jpeg()[:200]],
    ids=["svg", "program", "bomb", "half"],
)
def test_a_picture_that_is_none_is_left_out_and_told(site, client_as, content):
    file = word_file(
        paragraph("石桥镇：代表视察", **TITLE),
        paragraph("正文。", picture("rId1")),
        media={"rId1": content},
    )
    response = sent(client_as("secretary"), file.getvalue())
    assert Image.objects.count() == 0
    assert [row["type"] for row in rows_of_page(made())] == ["paragraph"]
    assert words(response)[1].startswith("图片 rId1.jpeg 没有带入。")


def drawn(form: str) -> bytes:
    stream = BytesIO()
    Drawing.new("RGB", (40, 30), (120, 40, 40)).save(stream, form)
    return stream.getvalue()


@pytest.mark.parametrize(("form", "ending"), [("PNG", "png"), ("BMP", "png"), ("GIF", "png")])
def test_a_picture_under_a_false_ending(site, client_as, form, ending):
    file = word_file(paragraph(picture("rId1")), media={"rId1": drawn(form)})
    sent(client_as("secretary"), file.getvalue(), "现场照片.docx")
    assert Image.objects.get().file.name.endswith(f".{ending}")
    assert made().title == "现场照片"


REFUSED = {
    "doc": (OLE, "旧稿.doc", "另存为"),
    "pdf": (b"%PDF-1.7", "稿.pdf", "PDF"),
    "empty": (b"", "空.docx", "空"),
    "text": ("正文".encode(), "稿.docx", "不是 Word 文件"),
    "macros": (
        word_file(paragraph("正文"), extra={"word/vbaProject.bin": b"x"}).getvalue(),
        "稿.docm",
        "宏",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_a_sentence(site, client_as, name):
    content, file, word = REFUSED[name]
    response = sent(client_as("secretary"), content, file)
    assert (response.status_code, NewsPage.objects.count()) == (200, 0)
    assert word in " ".join(response.context["form"].errors["file"])


def test_no_file(site, client_as):
    response = client_as("secretary").post(URL, {})
    assert list(response.context["form"].errors) == ["file"]


def test_a_person_with_two_posts_says_for_whom(site, client_as):
    user = site.user("secretary")
    user.appointments.create(organisation=site.other, role="chair", starts_on=site.long_ago)
    client = client_as("secretary")
    content = MADE["text_box"]().getvalue()
    file = {"file": SimpleUploadedFile("稿.docx", content)}
    response = client.post(URL, file)
    assert list(response.context["form"].errors) == ["acting_as"]
    file = {"file": SimpleUploadedFile("稿.docx", content)}
    client.post(URL, file | {"acting_as": f"chair-{site.other.pk}"})
    assert made().section == site.other


def test_before_the_site_is_open(world, client_as):
    response = sent(client_as("secretary"), MADE["text_box"]().getvalue())
    assert "尚未开通" in response.content.decode()
    assert NewsPage.objects.count() == 0
