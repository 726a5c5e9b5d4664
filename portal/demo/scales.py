"""What the county's editors keep: publications, and the points rules in two versions."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from congress.audit.actors import Actor
from congress.information.actions import create_points_rule, create_publication, end_points_rule
from congress.information.models import PointsRule, Publication
from congress.organisations.models import Organisation
from portal.demo.words import words


def enter_publications(county: Organisation, *, by: Actor, at: datetime) -> dict[str, Publication]:
    """The publications by name."""
    return {
        row["name"]: create_publication(county, name=row["name"], level=row["level"], by=by, at=at)
        for row in words("publications")["publication"]
    }


def enter_rules(
    county: Organisation,
    publications: dict[str, Publication],
    *,
    first: date,
    changed: date,
    by: Actor,
    at: datetime,
    changed_at: datetime,
) -> None:
    """The first version holds from `first`; on `changed` the second takes its place."""
    for version, begins, entered in ((1, first, at), (2, changed, changed_at)):
        for row in words("publications")["rule"]:
            if row["version"] == version:
                create_points_rule(
                    county,
                    level=row["level"],
                    publication=publications.get(row.get("publication", "")),
                    kind=row.get("kind", ""),
                    points=Decimal(row["points"]),
                    valid_from=begins,
                    by=by,
                    at=entered,
                )
        if version == 1:
            for rule in PointsRule.objects.filter(county=county):
                end_points_rule(rule, valid_to=changed, by=by, at=changed_at - timedelta(hours=1))
