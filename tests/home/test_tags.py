"""Tags are the whole installation's: no form sets one and no list shows one."""

import pytest
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.images.models import Image

from tests.factories.home import make_document, make_image

MODELS = {"images": Image, "documents": Document}
NAMESPACES = {"images": "wagtailimages", "documents": "wagtaildocs"}


@pytest.fixture(params=MODELS)
def kind(request) -> str:
    return request.param


@pytest.fixture
def own(kind, site):
    make = {"images": make_image, "documents": make_document}[kind]
    return make(site.township)


def test_a_tag_that_was_sent_along_is_dropped(kind, own, site, client_as):
    client = client_as("secretary")
    url = reverse(f"{NAMESPACES[kind]}:edit", args=[own.pk])
    assert 'name="tags"' not in client.get(url).text
    data = {"title": "河堤", "tags": "机密", "collection": own.collection_id, "description": ""}
    assert client.post(url, data).status_code == 302
    changed = MODELS[kind].objects.get(pk=own.pk)
    assert (changed.title, list(changed.tags.names())) == ("河堤", [])


def test_there_is_no_act_that_tags_many(kind, own, client_as):
    label = MODELS[kind]._meta
    url = f"/admin/bulk/{label.app_label}/{label.model_name}/add_tags/?id={own.pk}"
    assert client_as("secretary").get(url).status_code == 404
