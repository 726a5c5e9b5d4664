"""What a request to Wagtail's admin names. A page or a file outside the person's sections is not
there, wherever the request names it: in its path, its query or its form."""

from collections.abc import Iterable, Iterator

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.urls import ResolverMatch
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.images.permissions import permission_policy as image_policy
from wagtail.models import UploadedFile

from congress.organisations.models import User
from home.own_files import FILE_RIGHTS
from home.rules import choosable_pages, visible_pages

BULK = "wagtail_bulk_action"
CHOOSER = "wagtailadmin_choose_page"
PAGE_SCREENS = "wagtailadmin_pages"
INTERFACE = "wagtailadmin_api"
PAGE_ARGUMENTS = ("page_id", "parent_page_id", "page_to_move_id", "destination_id")
PAGE_FIELDS = ("new_parent_page", "chooser")
FILE_ARGUMENTS = ("image_id", "document_id", "doc_id", "pk")
FILES = {
    "wagtailimages": image_policy,
    "wagtailimages_chooser": image_policy,
    "wagtaildocs": document_policy,
    "wagtaildocs_chooser": document_policy,
}
LONGEST_KEY = 18


def keep_in_sight(request: HttpRequest, user: User, match: ResolverMatch) -> None:
    """Raises `Http404`."""
    if match.view_name == BULK:
        _keep_bulk_in_sight(request, user, match)
    elif match.view_name.startswith(CHOOSER):
        _require(choosable_pages(user), [*_given(match, PAGE_ARGUMENTS), *_ids(request)])
    elif match.namespace in FILES:
        asked = [*_given(match, FILE_ARGUMENTS), *_ids(request)]
        _require(_visible_files(match.namespace, user), asked)
        uploads = UploadedFile.objects.filter(uploaded_by_user=user)
        _require(uploads, _given(match, ["uploaded_file_id"]))
    else:
        if match.namespace.startswith(INTERFACE):
            _keep_sense(request)
        _require(visible_pages(user), _named_pages(request, match))


def _keep_sense(request: HttpRequest) -> None:
    """Wagtail's programming interface breaks at a key that is none, and PostgreSQL at a NUL."""
    for pk in _ids(request):
        _key(pk)
    if any("\0" in value for _, values in request.GET.lists() for value in values):
        raise Http404


def _keep_bulk_in_sight(request: HttpRequest, user: User, match: ResolverMatch) -> None:
    """An act on many at once. `all` stands for those of a list that is kept in sight by itself
    (`home.bulk` and Wagtail's own for files)."""
    app, model = match.kwargs["app_label"], match.kwargs["model_name"]
    ids = [pk for pk in _ids(request) if pk != "all"]
    parents = request.GET.getlist("childOf")
    if (app, model) == ("wagtailcore", "page"):
        _require(visible_pages(user), [*ids, *parents, *_fields(request)])
    elif (app, model) in (("wagtailimages", "image"), ("wagtaildocs", "document")):
        _require(_visible_files(app, user), ids)
        collections = FILES[app].collections_user_has_any_permission_for(user, FILE_RIGHTS)
        _require(collections, parents)
    else:
        raise Http404


def _named_pages(request: HttpRequest, match: ResolverMatch) -> Iterator[str]:
    yield from _given(match, PAGE_ARGUMENTS)
    if match.namespace == PAGE_SCREENS:
        yield from match.args[:1]
        yield from _fields(request)
    elif match.namespace == "wagtailadmin_editing_sessions":
        yield from _given(match, ["object_id"])


def _given(match: ResolverMatch, names: Iterable[str]) -> Iterator[str]:
    return (str(match.kwargs[name]) for name in names if name in match.kwargs)


def _ids(request: HttpRequest) -> list[str]:
    return request.GET.getlist("id")


def _fields(request: HttpRequest) -> Iterator[str]:
    """A field left empty is the form's matter."""
    return (pk for name in PAGE_FIELDS for pk in request.POST.getlist(name) if pk)


def _visible_files(namespace: str, user: User) -> QuerySet:
    return FILES[namespace].instances_user_has_any_permission_for(user, FILE_RIGHTS)


def _require(rows: QuerySet, asked: Iterable[str]) -> None:
    wanted = {_key(value) for value in asked}
    if wanted and rows.filter(pk__in=wanted).count() != len(wanted):
        raise Http404


def _key(value: str) -> int:
    """Strict, since a database reads ` 3` and `3_0` as numbers too."""
    if value.isascii() and value.isdecimal() and len(value) <= LONGEST_KEY:
        return int(value)
    raise Http404
