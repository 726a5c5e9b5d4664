"""The fingerprint of what is reviewed: the text of a page with its dates, and the files in it."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Field
from wagtail.documents import get_document_model
from wagtail.fields import StreamField
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex

SHARED = ("title", "slug", "go_live_at", "expire_at")


def reviewed_fields(page: Page) -> list[Field]:
    """The fields of the page's own type, and those of every page that readers meet."""
    own = [field for field in page._meta.local_fields if not field.primary_key]
    return [page._meta.get_field(name) for name in SHARED] + own


def digest_of(page: Page) -> str:
    """Equal for equal texts, dates and files, whether the page comes from a revision or a row."""
    text = {field.name: _plain(page, field) for field in reviewed_fields(page)}
    kept = json.dumps([text, _files(page)], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(kept.encode()).hexdigest()


def _plain(page: Page, field: Field) -> Any:
    """PostgreSQL keeps the parts of a text with their keys in an order of its own."""
    value = field.value_from_object(page)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(field, StreamField):
        return json.loads(field.value_to_string(page))
    return "" if value is None else field.value_to_string(page)


def _files(page: Page) -> list[list[Any]]:
    """Pictures and documents of the text by the name of the file that each holds now."""
    found = {row[:2] for row in ReferenceIndex._extract_references_from_object(page)}
    names = []
    for model in (get_image_model(), get_document_model()):
        kind = ContentType.objects.get_for_model(model, for_concrete_model=False).pk
        keys = [pk for type_pk, pk in found if type_pk == kind]
        if keys:
            rows = model.objects.filter(pk__in=keys).order_by("pk").values_list("pk", "file")
            names += [[model._meta.label, pk, name] for pk, name in rows]
    return names
