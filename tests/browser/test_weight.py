"""The ten heaviest reading pages of the demo county, as an office's server sends them."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connections
from django.test import Client
from django.test.testcases import LiveServerThread
from django.utils import timezone
from playwright.sync_api import Browser, Request

from portal.demo.loading import load
from tests.browser.pages import PHONE

PAGES = 10
WHOLE, PICTURE = 120_000, 80_000
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
# Below the fold of a phone; what stands above is loaded at once.
BELOW = """() => [...document.images].filter(
    (image) => image.getBoundingClientRect().top > window.innerHeight && image.loading !== "lazy"
).map((image) => image.src)"""
SCALE = 0.12


@pytest.fixture
def server(
    settings, tmp_path, transactional_db, django_db_serialized_rollback
) -> Iterator[LiveServerThread]:
    """Static files are packed and served by whitenoise, as with the production settings."""
    packed = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": packed}
    settings.STATIC_ROOT = tmp_path / "static"
    settings.WHITENOISE_AUTOREFRESH = False
    settings.ALLOWED_HOSTS = ["127.0.0.1", "testserver"]
    call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=["wagtail*"])
    cache.clear()
    load(today=timezone.localdate(), scale=SCALE)
    shared = {
        name: connections[name]
        for name in connections
        if connections[name].vendor == "sqlite" and connections[name].is_in_memory_db()
    }
    for connection in shared.values():
        connection.inc_thread_sharing()
    thread = LiveServerThread("127.0.0.1", lambda handler: handler, shared)
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    assert thread.error is None
    yield thread
    thread.terminate()
    for connection in shared.values():
        connection.dec_thread_sharing()


def heaviest() -> list[str]:
    """By their HTML, from the sitemap."""
    client = Client()
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)
    paths = [urlsplit(loc.text).path for loc in tree.iter(LOC)]
    sizes = {path: len(client.get(path).content) for path in paths}
    return sorted(sizes, key=lambda path: sizes[path], reverse=True)[:PAGES]


@dataclass(frozen=True)
class Transfer:
    """One file as it came over the line."""

    url: str
    size: int
    encoding: str

    @classmethod
    def of(cls, request: Request) -> "Transfer":
        size = request.sizes()["responseBodySize"]
        return cls(request.url, size, request.response().headers.get("content-encoding", ""))

    @property
    def is_picture(self) -> bool:
        return "/media/" in self.url


def loaded(browser: Browser, address: str) -> tuple[list[Transfer], list[str]]:
    """What a first visit transfers, to the foot of the page, and pictures that should wait."""
    context = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]})
    page, requests = context.new_page(), []
    page.on("requestfinished", lambda request: requests.append(request))
    page.goto(address, wait_until="networkidle")
    eager = page.evaluate(BELOW)
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    transfers = [Transfer.of(request) for request in requests]
    context.close()
    return transfers, eager


def test_reading_pages_are_light(server, browser: Browser):
    address = f"http://{server.host}:{server.port}"
    weights, pictures, eager = {}, {}, []
    for path in heaviest():
        transfers, early = loaded(browser, address + path)
        eager += early
        weights[path] = sum(file.size for file in transfers if not file.is_picture)
        pictures |= {file.url: file.size for file in transfers if file.is_picture}
        sheets = [file.encoding for file in transfers if file.url.endswith(".css")]
        assert (len(sheets) >= 5, set(sheets)) == (True, {"gzip"})
    print({path: f"{weight / 1000:.1f} kB" for path, weight in weights.items()})
    print(f"pictures: {max(pictures.values()) / 1000:.1f} kB at most")
    assert len(weights) == PAGES
    assert {path: weight for path, weight in weights.items() if weight > WHOLE} == {}
    assert {url: size for url, size in pictures.items() if size > PICTURE} == {}
    assert eager == []
