"""Organisations in the order of the tree, and the names that are taken."""

from collections.abc import Iterable

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from congress.audit.actors import Actor
from congress.organisations.models import Constituency, DeputyGroup, Organisation
from congress.organisations.models.organisations import TOWNSHIP_KINDS, Kind
from congress.organisations.names import short_name_of
from congress.organisations.rules import organisations_visible_to

TREE = ("county", "branch", "branch_place", "branch_id", "is_unit", "place", "seat")
PARENT_KINDS = {
    Kind.TOWNSHIP: (Kind.COUNTY,),
    Kind.SUBDISTRICT: (Kind.COUNTY,),
    Kind.UNIT: (Kind.COUNTY, *TOWNSHIP_KINDS),
}


def with_branches(rows: QuerySet, prefix: str = "") -> QuerySet:
    """Adds what `TREE` sorts by, to organisations or by `prefix` to rows of theirs: each county,
    its townships with their units, its sub-districts with theirs, its departments."""
    kind, parent = f"{prefix}kind", f"{prefix}parent"

    def branch(of: str, number: int) -> When:
        return When(Q(**{kind: of}) | Q(**{f"{parent}__kind": of}), then=Value(number))

    in_township = Q(**{f"{parent}__kind__in": TOWNSHIP_KINDS})
    return rows.annotate(
        county=Coalesce(f"{parent}__parent_id", f"{parent}_id", f"{prefix}id"),
        branch=Case(
            When(**{kind: Kind.COUNTY}, then=Value(0)),
            branch(Kind.TOWNSHIP, 1),
            branch(Kind.SUBDISTRICT, 2),
            default=Value(3),
            output_field=IntegerField(),
        ),
        branch_place=Case(
            When(in_township, then=F(f"{parent}__position")), default=F(f"{prefix}position")
        ),
        branch_id=Case(When(in_township, then=F(f"{parent}_id")), default=F(f"{prefix}id")),
        is_unit=Case(
            When(in_township, then=Value(1)), default=Value(0), output_field=IntegerField()
        ),
        place=F(f"{prefix}position"),
        seat=F(f"{prefix}id"),
    )


def in_tree(organisations: QuerySet[Organisation]) -> QuerySet[Organisation]:
    return with_branches(organisations).order_by(*TREE)


def organisations_listed(actors: Iterable[Actor]) -> QuerySet[Organisation]:
    """Those of the administrator's county with what their line shows."""
    return with_branches(organisations_visible_to(actors)).select_related("parent__parent")


def organisations_of_kinds(actors: Iterable[Actor], kinds: Iterable[str]) -> QuerySet[Organisation]:
    """Those of the administrator's county, for a field to choose from."""
    return in_tree(organisations_visible_to(actors).filter(kind__in=kinds))


def holder_of_name(
    county_id: int, names: Iterable[str], besides: int | None
) -> Organisation | None:
    """The organisation of the county whose name or short name, set or derived, is one of
    `names`; `besides` is the key of the one that asks."""
    wanted = set(names)
    others = Organisation.objects.in_county(county_id)
    if besides is not None:
        others = others.exclude(pk=besides)
    return next((o for o in others if {o.name, short_name_of(o)} & wanted), None)


def sections_of(
    model: type[Constituency] | type[DeputyGroup], organisation: Organisation
) -> QuerySet:
    """The constituencies or groups of an organisation, with the number of their mandates."""
    sections = model.objects.filter(organisation=organisation)
    return sections.annotate(mandates=Count("deputies")).order_by("pk")
