"""Renditions are public; nothing else under the folder of files is."""

from pathlib import Path

import pytest
from django.test import Client


@pytest.fixture
def files(settings, tmp_path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    for name in ("images/seen.png", "original_images/hidden.png", "documents/hidden.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"content")
    return tmp_path


def test_a_rendition_is_sent_without_a_session(files, db):
    answer = Client().get("/media/images/seen.png")
    assert b"".join(answer.streaming_content) == b"content"
    assert answer["Cache-Control"] == "public, max-age=3600"
    assert not answer.cookies


@pytest.mark.parametrize(
    "path",
    [
        "/media/original_images/hidden.png",
        "/media/documents/hidden.docx",
        "/media/images/../documents/hidden.docx",
        "/media/images/%2e%2e%2fdocuments%2fhidden.docx",
        "/media/images/none.png",
        f"/media/images/{'a' * 300}.png",
    ],
)
def test_nothing_else_is(files, db, path):
    assert Client().get(path).status_code == 404
