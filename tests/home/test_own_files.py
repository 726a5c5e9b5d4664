"""A form that names another office's picture or document by its key gets nothing of it."""

import json

import pytest
from django.urls import reverse

from congress.notices.models import NoticeFile
from home.models import NewsPage, NoticePage
from home.own_files import files_in
from tests.factories.home import make_document, make_image, make_news, make_notice_page
from tests.home.notices.form import form_of

LINK = {
    "blocks": [
        {
            "key": "a",
            "text": "附件",
            "type": "unstyled",
            "depth": 0,
            "inlineStyleRanges": [],
            "entityRanges": [{"key": 0, "offset": 0, "length": 2}],
        }
    ],
}


def news_form(kind: str, pk: int) -> dict[str, str]:
    fields = {
        "title": "换了标题",
        "published_on": "2026-11-20",
        "body-count": "1",
        "body-0-order": "0",
        "body-0-deleted": "",
        "body-0-id": "",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }
    entity = {"type": "DOCUMENT", "mutability": "MUTABLE", "data": {"id": pk}}
    link = json.dumps(LINK | {"entityMap": {"0": entity}})
    return (
        fields
        | {
            "cover": {
                "cover": str(pk),
                "cover_alternative": "会场",
                "body-0-type": "heading",
                "body-0-value": "一",
            },
            "picture": {
                "body-0-type": "picture",
                "body-0-value-image": str(pk),
                "body-0-value-alternative": "会场",
            },
            "document": {"body-0-type": "document", "body-0-value": str(pk)},
            "link": {"body-0-type": "paragraph", "body-0-value": link},
        }[kind]
    )


def document_form(page: NoticePage, pk: int) -> dict[str, str]:
    block = {"type": "document", "value": str(pk), "order": "0", "deleted": "", "id": ""}
    return form_of(page) | {"files-count": "1"} | {f"files-0-{k}": v for k, v in block.items()}


def test_a_file_of_another_offices_notice(site, client_as):
    document = make_document(site.township, "石桥的附件")
    make_notice_page(site.township, documents=[document])
    page, client = make_notice_page(site.other), client_as("secretary", "other")
    form = document_form(page, document.pk)
    edit, preview = (
        reverse(f"wagtailadmin_pages:{name}", args=[page.pk])
        for name in ("edit", "preview_on_edit")
    )
    assert client.post(preview, form).status_code == 404
    assert "石桥的附件" not in client.get(preview).content.decode()
    assert client.post(edit, form | {"action-hand-over": "1"}).status_code == 404
    assert not NoticeFile.objects.exists()


@pytest.mark.parametrize(("owner", "allowed"), [("other", False), ("home", True)])
@pytest.mark.parametrize("kind", ["cover", "picture", "document", "link"])
def test_files_in_news(site, client_as, kind, owner, allowed):
    make = make_image if kind in ("cover", "picture") else make_document
    file = make(site.places[owner].township)
    page = make_news(site.township, draft=True)
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    answer = client_as("secretary").post(url, news_form(kind, file.pk))
    assert answer.status_code == (302 if allowed else 404)
    used = str(file.pk) in {key for _, key in files_in(NewsPage.objects.get(pk=page.pk))}
    assert (used, NewsPage.objects.filter(title="换了标题").exists()) == (allowed, allowed)


def test_what_stood_there_may_stay(site, client_as):
    """A picture that the county put into a township's news."""
    picture = make_image(site.other)
    page = make_news(site.township, draft=True, cover=picture, cover_alternative="会场")
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert client_as("secretary").post(url, news_form("cover", picture.pk)).status_code == 302
