"""A picture or document of a reviewed page is superseded, not replaced."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from home.models import NewsPage
from home.review.refusals import FILE_IN_USE, NotReviewed
from tests.factories.home import make_document, make_image, make_news, picture_file
from tests.factories.review import approved, submitted


@pytest.fixture
def picture(site):
    return make_image(site.township)


def with_picture(site, picture, *, draft: bool) -> NewsPage:
    return make_news(site.township, draft=draft, cover=picture, cover_alternative="会场")


def test_the_editor_refuses_another_file(site, picture, client_as):
    with_picture(site, picture, draft=False)
    url = reverse("wagtailimages:edit", args=[picture.pk])
    form = {"title": "改名", "collection": picture.collection_id, "description": "", "tags": ""}
    before = picture.file.name
    answer = client_as("secretary").post(url, form | {"file": picture_file(320, 200)})
    assert str(FILE_IN_USE) in answer.content.decode()
    picture.refresh_from_db()
    assert (picture.file.name, picture.title) == (before, "会场")
    client_as("secretary").post(url, form)
    picture.refresh_from_db()
    assert (picture.file.name, picture.title) == (before, "改名")


@pytest.mark.parametrize("state", ["live", "review"])
def test_plain_code_is_refused_too(site, picture, state):
    page = with_picture(site, picture, draft=state == "review")
    if state == "review":
        submitted(page)
    picture.file = picture_file(320, 200)
    with pytest.raises(NotReviewed):
        picture.save()


def test_a_drafts_picture_may_be_replaced(site, picture):
    with_picture(site, picture, draft=True)
    picture.file = picture_file(320, 200)
    picture.save()
    assert picture.file.name


def test_a_picture_replaced_past_everything_stops_the_review(site, picture):
    page = approved(submitted(with_picture(site, picture, draft=True)), "first", "second")
    type(picture).objects.filter(pk=picture.pk).update(file="original_images/other.jpg")
    with pytest.raises(NotReviewed):
        approved(page, "third")
    assert NewsPage.objects.get(pk=page.pk).live is False


def test_documents(site):
    document = make_document(site.township)
    make_news(site.township, body=[("document", document)])
    document.file = ContentFile(b"%PDF-1.4 other", name="other.pdf")
    with pytest.raises(NotReviewed):
        document.save()
    document.refresh_from_db()
    assert Client().get(document.url).status_code == 200
