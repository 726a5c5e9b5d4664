"""Every screen of Wagtail's that names a page or a file: of another township, and of a township
in another county, it knows nothing. A screen that Wagtail adds is walked as well."""

import re
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from wagtail.models import Page, UploadedFile

from congress.organisations.models import Organisation
from home.models import NewsIndexPage
from tests.factories.home import make_document, make_image, make_news
from tests.house.test_wagtail_urls import PATHS

SECRET = "不该看到"
ARGUMENT = re.compile(r"<(?:\w+:)?(\w+)>")
PAGES = "admin/pages/"
CHOICE = "admin/choose-page/"


def patterns(resolver: URLResolver, prefix: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield path
        else:
            yield from patterns(pattern, path)


NAMING = sorted(
    path
    for path in patterns(get_resolver())
    if path.startswith(
        (PAGES, CHOICE, "admin/images/", "admin/documents/", "admin/editing-sessions/ping")
    )
    and ARGUMENT.search(path)
    and not re.search(r"usage/<slug|create/<slug", path)
)
PLACES = pytest.mark.parametrize("place", ["other", "foreign"])


@pytest.fixture
def hidden(site, place) -> dict[str, int | str]:
    """What a secretary of 石桥镇 must not see, by the names of the arguments."""
    organisation: Organisation = site.places[place].township
    news = make_news(organisation, draft=True, title=f"{SECRET}的草稿")
    image = make_image(organisation, title=f"{SECRET}的图片")
    document = make_document(organisation, title=f"{SECRET}的文件")
    upload = UploadedFile.objects.create(uploaded_by_user=site.user("secretary", place))
    pages = ["page_id", "page_to_move_id", "destination_id", "object_id"]
    return dict.fromkeys(pages, news.pk) | {
        "parent_page_id": news.get_parent().pk,
        "image_id": image.pk,
        "document_id": document.pk,
        "doc_id": document.pk,
        "uploaded_file_id": upload.pk,
        "revision_id": news.latest_revision_id,
        "content_type_app_name": "home",
        "content_type_model_name": "newspage",
        "app_label": "home",
        "model_name": "newspage",
        "action_name": "approve",
        "filter_spec": "width-100",
    }


def filled(path: str, hidden: dict) -> str:
    if "chooser/chosen/" in path:
        kind = "image_id" if "images" in path else "document_id"
        return ARGUMENT.sub(str(hidden[kind]), path)
    return ARGUMENT.sub(lambda found: str(hidden.get(found[1], 1)), path)


def words_of(response) -> str:
    return b"".join(response).decode(errors="ignore")


@PLACES
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_a_path_names(site, client_as, hidden, method):
    client = client_as("secretary")
    answers = {path: getattr(client, method)(f"/{filled(path, hidden)}") for path in NAMING}
    assert {p: a.status_code for p, a in answers.items() if a.status_code != 404} == {}
    assert {p for p, a in answers.items() if SECRET in words_of(a)} == set()


@PLACES
def test_what_is_compared(site, client_as, hidden):
    url = reverse("wagtailadmin_pages:revisions_compare", args=[hidden["page_id"], "live", "1"])
    assert client_as("secretary").get(url).status_code == 404


@PLACES
@pytest.mark.parametrize("query", ["q=的", "p=1&parent_page_id={parent_page_id}&id={page_id}"])
def test_what_every_list_shows(site, client_as, hidden, query):
    """All screens without an argument; a key out of sight is not found by them either."""
    client = client_as("secretary")
    answers = {path: client.get(f"/{path}?{query.format(**hidden)}") for path in PATHS}
    assert {p for p, a in answers.items() if SECRET in told_by(a)} == set()


def told_by(response) -> str:
    """The text, that of a chooser's window in JSON included."""
    text = words_of(response)
    return text.encode().decode("unicode_escape") + text if "json" in type_of(response) else text


def type_of(response) -> str:
    return response.headers.get("Content-Type", "")


@PLACES
def test_lists_by_type(site, client_as, hidden):
    client = client_as("secretary")
    section = NewsIndexPage.objects.get(pk=hidden["parent_page_id"]).section
    for model in ("homepage", "newsindexpage", "newspage", "townshippage"):
        for name in ("type_use", "type_use_results", "choose_parent"):
            url = reverse(f"wagtailadmin_pages:{name}", args=["home", model])
            text = words_of(client.get(url))
            assert (SECRET in text, section.name in text) == (False, False)


@PLACES
def test_lists_name_no_stranger(site, client_as, hidden, place):
    """Whom a list of pages offers to filter by, and which sites."""
    user = site.user("secretary", place)
    user.name = "外乡人"
    user.save()
    Page.objects.filter(pk=hidden["page_id"]).update(owner=user)
    index = NewsIndexPage.objects.get(section=site.township)
    text = words_of(client_as("secretary").get(reverse("wagtailadmin_explore", args=[index.pk])))
    assert "外乡人" not in text
    assert site.foreign_county.name not in text


def test_keys_are_read_strictly(site, client_as):
    """A database would read most of these as the number."""
    page = make_news(site.other, draft=True)
    client = client_as("secretary")
    for value in ("{} ", " {}", "+{}", "0{}", "{}_0", "1e1", "-1", "９", "9" * 30):
        query = urlencode({"id": value.format(page.pk)})
        bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
        chosen = reverse("wagtailadmin_choose_page_chosen_multiple")
        files = reverse("wagtailimages_chooser:chosen_multiple")
        answers = [client.get(f"{url}?{query}").status_code for url in (bulk, chosen, files)]
        assert (value, answers) == (value, [404, 404, 404])


def test_a_key_beyond_every_number(site, client_as):
    for path in ("pages/{}/edit/", "images/{}/", "documents/edit/{}/"):
        assert client_as("secretary").get(f"/admin/{path.format('9' * 30)}").status_code == 404


@pytest.mark.parametrize("role", ["secretary", "county_editor"])
def test_the_programming_interface_changes_nothing(site, client_as, role):
    page = make_news(site.township, draft=True)
    for act in ("copy", "create_alias", "publish", "move", "delete"):
        url = reverse("wagtailadmin_api:pages:action", args=[page.pk, act])
        assert client_as(role).post(url, {"slug": "copy"}).status_code == 404
    assert Page.objects.filter(pk=page.pk, live=False).count() == 1
    assert page.get_siblings().count() == 1


def test_the_programming_interface_finds_nothing_senseless(site, client_as):
    client = client_as("secretary")
    page = make_news(site.township)
    for query in ("id=%00", f"id={page.pk}&id=%00", "id=x", "html_path=%00", "html_path=/a%00/"):
        answer = client.get(f"{reverse('wagtailadmin_api:pages:find')}?{query}")
        assert (query, answer.status_code) == (query, 404)
    assert client.get(f"{reverse('wagtailadmin_api:pages:listing')}?locale=%00").status_code == 404
    found = client.get(f"{reverse('wagtailadmin_api:pages:find')}?id={page.pk}")
    assert reverse("wagtailadmin_api:pages:detail", args=[page.pk]) in found.url


@pytest.mark.parametrize("kind", ["images", "documents"])
def test_the_programming_interface_lists_no_files(site, client_as, kind):
    client = client_as("secretary")
    assert client.get(reverse(f"wagtailadmin_api:{kind}:listing")).status_code == 404


@PLACES
def test_a_copy_goes_to_what_is_in_sight(site, client_as, hidden):
    page = make_news(site.township, draft=True)
    fields = {"new_title": "副本", "new_slug": "copy", "new_parent_page": hidden["parent_page_id"]}
    url = reverse("wagtailadmin_pages:copy", args=[page.pk])
    assert client_as("secretary").post(url, fields).status_code == 404
    assert Page.objects.filter(title="副本").count() == 0
