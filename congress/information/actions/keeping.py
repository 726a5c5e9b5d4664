"""What the county keeps: publications and points rules; and a township's wish for a signature."""

from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.information.models import InformationSettings, PointsRule, Publication
from congress.information.rules import may_keep_rules, may_set_sign_off
from congress.organisations.models import Organisation
from congress.organisations.rules import require


def _keeps(by: Actor, county_id: int) -> bool:
    return may_keep_rules(by) and by.organisation_id == county_id


@transaction.atomic
def create_publication(
    county: Organisation, *, name: str, level: str, by: Actor, at: datetime
) -> Publication:
    require(_keeps(by, county.pk))
    publication = Publication(county=county, name=name.strip(), level=level)
    publication.full_clean()
    publication.save()
    label = pgettext("act done", "publication entered")
    record(publication, "create", by=by, at=at, label=label, note=str(publication))
    return publication


@transaction.atomic
def edit_publication(
    publication: Publication, *, name: str, level: str, active: bool, by: Actor, at: datetime
) -> Publication:
    """Past adoptions keep the level under which they were entered."""
    require(_keeps(by, publication.county_id))
    publication.name, publication.level, publication.active = name.strip(), level, active
    publication.full_clean()
    publication.save()
    label = pgettext("act done", "publication changed")
    record(publication, "edit", by=by, at=at, label=label, note=str(publication))
    return publication


@transaction.atomic
def create_points_rule(
    county: Organisation,
    *,
    level: str,
    points: Decimal,
    valid_from: date,
    publication: Publication | None = None,
    kind: str = "",
    valid_to: date | None = None,
    by: Actor,
    at: datetime,
) -> PointsRule:
    """A new rule; one of the same level, publication and type that still runs must be ended
    first, so that each day has one answer."""
    require(_keeps(by, county.pk))
    rule = PointsRule(
        county=county,
        level=publication.level if publication else level,
        publication=publication,
        kind=kind,
        points=points,
        valid_from=valid_from,
        valid_to=valid_to,
    )
    rule.full_clean()
    _refuse_overlap(rule)
    rule.save()
    label = pgettext("act done", "points rule entered")
    record(rule, "create", by=by, at=at, label=label, note=f"{rule} {points}")
    return rule


@transaction.atomic
def end_points_rule(rule: PointsRule, *, valid_to: date, by: Actor, at: datetime) -> PointsRule:
    """Lines already given stay; adoptions dated from `valid_to` on no longer get points by it."""
    require(_keeps(by, rule.county_id))
    rule.valid_to = valid_to
    rule.full_clean()
    _refuse_overlap(rule)
    rule.save(update_fields=["valid_to"])
    label = pgettext("act done", "points rule ended")
    record(rule, "end", by=by, at=at, label=label, note=f"{rule} {valid_to}")
    return rule


@transaction.atomic
def delete_points_rule(rule: PointsRule, *, by: Actor, at: datetime) -> None:
    """Only a rule that has given no line."""
    require(_keeps(by, rule.county_id))
    if rule.lines.exists():
        raise ValidationError(_("This rule has given points and can only be ended."))
    label = pgettext("act done", "points rule removed")
    record(rule, "delete", by=by, at=at, label=label, note=f"{rule} {rule.points}")
    rule.delete()


@transaction.atomic
def set_sign_off(organisation: Organisation, *, wanted: bool, by: Actor, at: datetime) -> None:
    """The chair decides whether items pass the chair's signature. Items already waiting for it
    stay with the chair."""
    require(may_set_sign_off(by) and by.organisation_id == organisation.pk)
    InformationSettings.objects.update_or_create(
        organisation=organisation, defaults={"chair_signs_off": wanted}
    )
    label = (
        pgettext("act done", "signature before submission switched on")
        if wanted
        else pgettext("act done", "signature before submission switched off")
    )
    record(organisation, "set_sign_off", by=by, at=at, label=label)


def _refuse_overlap(rule: PointsRule) -> None:
    same = PointsRule.objects.filter(
        county=rule.county, level=rule.level, publication=rule.publication, kind=rule.kind
    ).exclude(pk=rule.pk)
    for other in same:
        if (other.valid_to is None or other.valid_to > rule.valid_from) and (
            rule.valid_to is None or other.valid_from < rule.valid_to
        ):
            raise ValidationError(
                {
                    "valid_to" if rule.pk else "valid_from": _(
                        "A rule for the same is valid from %(start)s. Please end it first."
                    )
                    % {"start": other.valid_from.isoformat()}
                }
            )
