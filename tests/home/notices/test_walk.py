"""A notice is invisible outside its ledger and its office: every URL there is, asked by everybody
else, with a notice in the editor, in draft, and sent with its files."""

import re
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from lxml import html
from wagtail.documents.models import Document

from congress.notices import actions
from congress.notices.models import Notice
from congress.notifications.models import PersonalLink
from home.models import NoticePage, Section
from tests.factories.home import hand_over, make_news, make_notice_page
from tests.factories.information import ItemFactory
from tests.factories.notices import NoticeFactory, deputies, send, writer_of
from tests.factories.organisations import DeputyFactory
from tests.home.notices.every_url import filled_urls, plain_urls
from tests.papers import word_file
from tests.routes.world import World

# What is sought is shown again by a search; the second half is nowhere but in the notice.
HEAD, TAIL = "鸑鷟", "鹓鶵"
MARK = HEAD + TAIL
PEOPLE = [
    ("", ""),
    ("deputy", "other"),
    ("late deputy", "home"),
    ("secretary", "other"),
    ("county_editor", "home"),
    ("county_supervisor", "foreign"),
    ("secretary", "foreign"),
]
EVERYBODY = pytest.mark.parametrize(("role", "place"), PEOPLE)
TAG = re.compile(r"<[^>]*>")


class Notices:
    """One in the editor, one handed over, one in draft, and one that was sent."""

    def __init__(self, site: World, capture) -> None:
        if site.township.deputies.count() < 2:
            deputies(site.township, 2)
        texts = {"title": f"{MARK}会议", "body": f"<p>{MARK}议程。</p>", "place": f"{MARK}会场"}
        section = Section.objects.get(organisation=site.township)
        file = ContentFile(f"%PDF-1.4 {MARK}".encode(), name="plan.pdf")
        with capture(execute=True):
            self.document = Document.objects.create(
                title=f"{MARK}附件", file=file, collection=section.collection
            )
            documents = [self.document]
            self.page = make_notice_page(site.township, documents=documents, **texts)
            self.handed = make_notice_page(site.township, documents=documents, **texts)
            draft = hand_over(self.handed)
            texts["body"] = MARK
            sent = NoticeFactory(organisation=site.township, at=site.at, people=0, **texts)
            upload = SimpleUploadedFile(f"{MARK}.docx", word_file(MARK))
            self.file = actions.attach_file(sent, upload, by=writer_of(sent), at=site.at)
            by, at = writer_of(draft), timezone.now()
            upload = SimpleUploadedFile(f"{MARK}.pdf", f"%PDF-1.4 {MARK}".encode())
            actions.attach_file(draft, upload, by=by, at=at)
            send(sent, site.at)
        self.draft, self.sent = draft, Notice.objects.get(pk=sent.pk)

    def values(self) -> list[str | int]:
        """What URLs name: keys, slugs, names of files. A personal link is its person's alone."""
        index = self.page.index
        rows = [
            *(self.page.pk, self.handed.pk, index.pk, self.document.pk, index.files_id),
            *(self.draft.pk, self.sent.pk, self.file.pk, *self.draft.files.values_list("pk")[0]),
            *self.sent.recipients.values_list("pk", flat=True),
            *self.page.revisions.values_list("pk", flat=True),
        ]
        names = [
            f"{self.page.slug}/",
            f"{index.slug}/{self.page.slug}/",
            self.page.url_path.strip("/") + "/",
            self.document.filename,
            self.document.file.name,
            str(self.file.file.name),
        ]
        return [*dict.fromkeys(rows), *names]

    def urls(self) -> set[str]:
        return filled_urls(self.values(), {self.page.pk, self.sent.pk})

    def others(self) -> list[str]:
        """Addresses that the resolver does not know by a name."""
        pages = (self.page.pk, self.handed.pk)
        return [
            self.document.url,
            f"/media/{self.document.file.name}",
            f"/media/{self.file.file.name}",
            f"/media/images/../{self.document.file.name}",
            *(f"/search/?q={HEAD}&kind={kind}" for kind in ("", "notice", "noticefile", "news")),
            f"/work/notices/?q={HEAD}",
            f"/admin/pages/search/?q={HEAD}",
            f"/admin/documents/?q={HEAD}",
            f"/admin/documents/chooser/?q={HEAD}",
            f"/admin/choose-page/search/?q={HEAD}",
            "/admin/api/main/pages/?fields=*",
            *(f"/admin/api/main/pages/?child_of={pk}" for pk in (1, self.page.index.pk)),
            *(f"/admin/bulk/wagtailcore/page/delete/?id={pk}" for pk in pages),
            f"/g/{self.sent.group_token}/",
        ]


@pytest.fixture
def notices(site: World, django_capture_on_commit_callbacks) -> Notices:
    return Notices(site, django_capture_on_commit_callbacks)


def client_of(site: World, role: str, place: str) -> Client:
    client = Client(raise_request_exception=False)
    if role == "late deputy":
        client.force_login(DeputyFactory(term=site.term).user)
    elif role:
        client.force_login(site.user(role, place))
    return client


def answer_of(client: Client, url: str) -> tuple[int, str]:
    """Status and all that is told: the text, the headers, the file."""
    response = client.get(url)
    assert response.status_code != 500, url
    content = b"".join(response) if response.streaming else response.content
    told = content.decode(errors="replace") + str(response.headers)
    return response.status_code, told


def tells(told: str) -> bool:
    """Also where a mark of the search parts the words, or a script spells them."""
    spelled = TAIL.encode("unicode_escape").decode()
    return TAIL in told or TAIL in TAG.sub("", told) or spelled in told.lower()


def links_in(told: str, url: str) -> list[str]:
    if "<a " not in told:
        return []
    found = html.fromstring(told).xpath("//a/@href | //link/@href")
    urls = [urldefrag(urljoin(f"http://testserver{url}", href)).url for href in found]
    inside = [urlsplit(each) for each in urls if each.startswith("http://testserver/")]
    return [part.path + (f"?{part.query}" if part.query else "") for part in inside]


@pytest.fixture
def short_refusals(settings, caplog) -> None:
    """Neither drawn nor kept with their traces."""
    settings.ROOT_URLCONF = "tests.home.notices.refusals"
    caplog.set_level("CRITICAL", "django.request")


@pytest.mark.once
@EVERYBODY
def test_no_url_tells_of_it(role, place, site, notices, short_refusals):
    client = client_of(site, role, place)
    urls = [*plain_urls(), *sorted(notices.urls()), *notices.others()]
    assert len(urls) > 500
    assert [url for url in urls if tells(answer_of(client, url)[1])] == []


@pytest.mark.once
@EVERYBODY
def test_no_way_of_links_leads_to_it(role, place, site, notices):
    """Breadth first from the front pages, for strangers in the whole site, and two refusals."""
    make_news(site.county), make_news(site.township)
    client = client_of(site, role, place)
    waiting = ["/", "/search/", f"/search/?q={HEAD}", "/work/"]
    waiting += [f"/work/notices/{notices.sent.pk}/", f"/work/notices/{notices.sent.pk}/progress/"]
    seen: set[str] = set()
    while waiting and len(seen) < 400:
        url = waiting.pop(0)
        if url in seen or url.startswith(("/admin/", "/static/", "/account/logout")):
            continue
        seen.add(url)
        status, told = answer_of(client, url)
        assert not tells(told), url
        if status == 200:
            waiting += links_in(told, url)
    assert len(seen) > (10 if role else 6)


@pytest.mark.once
@pytest.mark.parametrize(("role", "place"), [who for who in PEOPLE if who[0] != "late deputy"])
def test_no_number_tells_of_it(role, place, site, django_capture_on_commit_callbacks):
    """Each page without arguments reads the same before and after; deputies are public."""
    deputies(site.township, 2)
    ItemFactory(organisation=site.township, submitted=True)
    client = client_of(site, role, place)
    urls = [url for url in plain_urls() if not url.startswith(("/admin/", "/account/", "/health"))]
    urls += [f"/search/?q={HEAD}", f"/search/?q={HEAD}&kind=notice", "/"]
    before = {url: words_of(answer_of(client, url)) for url in urls}
    Notices(site, django_capture_on_commit_callbacks)
    assert {url: words_of(answer_of(client, url)) for url in urls} == before
    assert client.get("/search/", {"q": HEAD}).context["found"].total == 0


def words_of(answer: tuple[int, str]) -> tuple[int, str]:
    status, told = answer
    page = told.partition("</html>")[0]
    return status, " ".join(TAG.sub(" ", page).split()) if "</html>" in told else ""


def test_those_it_is_for_read_it(site, notices):
    """So the walk could find it."""
    row = notices.sent.recipients.first()
    client = Client()
    client.force_login(row.user)
    urls = [f"/work/notices/{notices.sent.pk}/", f"/search/?q={HEAD}", "/work/notices/received/"]
    assert [tells(answer_of(client, url)[1]) for url in urls] == [True] * 3
    link = PersonalLink.objects.get(user=row.user)
    assert tells(answer_of(Client(), link.path)[1])
    own = client_of(site, "secretary", "home")
    urls = [*notices.others()[:1], f"/admin/pages/{notices.page.pk}/edit/", "/work/notices/"]
    assert [tells(answer_of(own, url)[1]) for url in urls] == [True] * 3
    urls = [url for url in notices.urls() if url.startswith(f"/work/notices/{notices.sent.pk}/")]
    assert len([url for url in urls if tells(answer_of(own, url)[1])]) > 5
    assert NoticePage.objects.filter(live=True).count() == 0
