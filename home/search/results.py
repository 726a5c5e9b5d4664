"""The answer: groups by kind, each counted and ranked."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from modelsearch.backends import get_search_backend

from congress.audit.actors import Actor
from congress.organisations.models import Organisation
from home.models import HomePage
from home.search.asking import Asked
from home.search.hits import Hit, Reader
from home.search.kinds import Kind, kinds_for

FIRST = 5
PAGE_SIZE = 20


@dataclass(frozen=True)
class Group:
    """`total` counts all hits under the filters; `page` is set where this kind alone is shown."""

    kind: Kind
    total: int
    hits: list[Hit]
    page: Page | None = None


@dataclass(frozen=True)
class Found:
    """`kinds` and `places` count the hits behind each pill: what is left when the other filters
    stay. `asked` is without filters that do not exist."""

    asked: Asked
    groups: list[Group] = field(default_factory=list)
    kinds: list[tuple[Kind, int]] = field(default_factory=list)
    places: list[tuple[Organisation, int]] = field(default_factory=list)

    @property
    def total(self) -> int:
        return sum(group.total for group in self.groups)


@dataclass(frozen=True)
class _Sought:
    """The hits of one kind on the wanted days, and how many of them each place has."""

    kind: Kind
    rows: QuerySet
    counts: dict[int, int]

    def total(self, place: int | None) -> int:
        return sum(self.counts.values()) if place is None else self.counts.get(place, 0)

    def within(self, place: int | None) -> QuerySet:
        return self.rows if place is None else self.rows.filter(search_place=place)


def find(
    asked: Asked,
    *,
    request: HttpRequest,
    front: HomePage | None,
    actors: tuple[Actor, ...],
    today: date,
) -> Found:
    """Everything is asked of rows that this reader may read. Two questions a kind."""
    if not asked.terms:
        return Found(asked)
    every = [_sought(kind, asked, today) for kind in kinds_for(front, actors)]
    names = _places(every)
    place = next((pk for pk in names if str(pk) == asked.place), None)
    code = next((each.kind.code for each in every if each.kind.code == asked.kind), "")
    asked = Asked(asked.text, code, str(place or ""), asked.time)
    shown = [each for each in every if code in ("", each.kind.code)]
    reader = Reader(request, actors, asked.terms, {pk: name.name for pk, name in names.items()})
    return Found(
        asked,
        [_group(each, place, reader, alone=bool(code)) for each in shown if each.total(place)],
        [(each.kind, each.total(place)) for each in every],
        [(where, sum(each.total(pk) for each in shown)) for pk, where in names.items()],
    )


def _sought(kind: Kind, asked: Asked, today: date) -> _Sought:
    since = asked.since(today)
    rows = kind.rows.filter(search_day__gte=since) if since else kind.rows
    found = get_search_backend().search(asked.text, rows, fields=kind.fields).get_queryset()
    counts = found.order_by().values_list("search_place").annotate(number=Count("pk"))
    return _Sought(kind, found, dict(counts))


def _places(every: Iterable[_Sought]) -> dict[int, Organisation]:
    """The organisations with hits on the wanted days, the county first."""
    keys = {pk for each in every for pk in each.counts}
    rows = Organisation.objects.filter(pk__in=keys).order_by("position", "pk")
    return {row.pk: row for row in sorted(rows, key=lambda row: row.parent_id is not None)}


def _group(each: _Sought, place: int | None, reader: Reader, *, alone: bool) -> Group:
    rows, total = each.within(place), each.total(place)
    page = _page(rows, total, reader.request) if alone else None
    shown = page.object_list if page else rows[:FIRST]
    return Group(each.kind, total, each.kind.show(list(shown), reader), page)


def _page(rows: QuerySet, total: int, request: HttpRequest) -> Page:
    """Of a number of rows that is known already."""
    paginator = Paginator(rows, PAGE_SIZE)
    paginator.count = total
    return paginator.get_page(request.GET.get("page"))
