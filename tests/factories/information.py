"""Information items and what the county keeps about them, made through the actions alone."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from congress.audit.actors import Actor
from congress.information import actions, models
from congress.organisations.models import Organisation
from congress.organisations.roles import CHAIR, COUNTY_EDITOR, ROLES, SECRETARY
from tests.factories.organisations import LONG_AGO, OrganisationFactory

RETURN = {"reason": "缺少具体数字", "advice": "请补充接待人次和办结件数。"}
RETAINED = "与上月信息重复"


def actor_of(role: str, organisation: Organisation, name: str = "周明") -> Actor:
    """Somebody who holds the role there, without an account."""
    label = str(ROLES[role].label)
    return Actor(None, name, role, label, organisation.pk, organisation.name)


class PublicationFactory(DjangoModelFactory):
    class Meta:
        model = models.Publication

    county = factory.SubFactory(OrganisationFactory, county=True)
    name = factory.Sequence(lambda n: f"人大工作简报{n}")
    level = "county"

    @classmethod
    def _create(cls, _model: Any, *_args: Any, county: Organisation, **fields: Any) -> Any:
        by = actor_of(COUNTY_EDITOR, county)
        return actions.create_publication(county, **fields, by=by, at=timezone.now())


class PointsRuleFactory(DjangoModelFactory):
    """Five points for a printing of the level, since long ago."""

    class Meta:
        model = models.PointsRule

    county = factory.SubFactory(OrganisationFactory, county=True)
    level = "county"
    points = Decimal(5)
    valid_from = LONG_AGO

    @classmethod
    def _create(cls, _model: Any, *_args: Any, county: Organisation, **fields: Any) -> Any:
        by = actor_of(COUNTY_EDITOR, county)
        return actions.create_points_rule(county, **fields, by=by, at=timezone.now())


class AdoptionFactory(DjangoModelFactory):
    """One adoption of `item`, on the day `on`; `at=` is the moment it is entered."""

    class Meta:
        model = models.Adoption

    item = factory.LazyFunction(lambda: ItemFactory(submitted=True))
    publication = factory.LazyAttribute(
        lambda o: PublicationFactory(county=o.item.organisation.parent, level=o.level)
    )
    level = "county"
    at = factory.LazyFunction(timezone.now)
    on = factory.LazyAttribute(lambda o: timezone.localdate(o.at))

    @classmethod
    def _create(cls, _model: Any, *_args: Any, **fields: Any) -> Any:
        item, on, _level = fields.pop("item"), fields.pop("on"), fields.pop("level")
        by = actor_of(COUNTY_EDITOR, item.organisation.parent)
        return actions.adopt_item(item, adopted_on=on, **fields, by=by)


def submit(item: models.Item, at: datetime) -> models.Item:
    """The secretary submits; the chair signs where the township wants it."""
    item = actions.submit_item(item, by=actor_of(SECRETARY, item.organisation), at=at)
    if item.state == "awaiting_sign_off":
        item = actions.sign_off_item(item, by=actor_of(CHAIR, item.organisation), at=at)
    return item


def hand_to_chair(item: models.Item, at: datetime) -> models.Item:
    chair, secretary = (actor_of(role, item.organisation) for role in (CHAIR, SECRETARY))
    actions.set_sign_off(item.organisation, wanted=True, by=chair, at=at)
    return actions.submit_item(item, by=secretary, at=at)


def give_back(item: models.Item, at: datetime) -> models.Item:
    editor = actor_of(COUNTY_EDITOR, item.organisation.parent)
    actions.return_item(submit(item, at), **RETURN, by=editor, at=at)
    return item


def adopt(item: models.Item, at: datetime, on: date | None = None) -> models.Item:
    AdoptionFactory(item=submit(item, at), at=at, on=on or timezone.localdate(at))
    return item


def retain(item: models.Item, at: datetime) -> models.Item:
    editor = actor_of(COUNTY_EDITOR, item.organisation.parent)
    return actions.retain_item(submit(item, at), reason=RETAINED, by=editor, at=at)


def withdraw(item: models.Item, at: datetime) -> models.Item:
    secretary = actor_of(SECRETARY, item.organisation)
    return actions.withdraw_item(submit(item, at), reason="时间有误", by=secretary, at=at)


STEPS: dict[str, Callable[[models.Item, datetime], Any]] = {
    "awaiting_sign_off": hand_to_chair,
    "submitted": submit,
    "returned": give_back,
    "resubmitted": lambda item, at: submit(give_back(item, at), at),
    "awaiting_again": lambda item, at: hand_to_chair(give_back(item, at), at),
    "adopted": adopt,
    "retained": retain,
    "withdrawn": withdraw,
}


class ItemFactory(DjangoModelFactory):
    """A draft; one trait of `STEPS` brings it further. Every act bears the moment `at`."""

    class Meta:
        model = models.Item

    organisation = factory.SubFactory(OrganisationFactory)
    title = factory.Sequence(lambda n: f"代表进站接待选民{n}次")
    body = "10月12日，石桥镇12名代表进站接待选民31人，当场答复22件。"
    drafter = "周明"
    at = factory.LazyFunction(timezone.now)

    @classmethod
    def _create(cls, _model: Any, *_args: Any, at: datetime, **fields: Any) -> Any:
        steps = [STEPS[name] for name in STEPS if fields.pop(name, False)]
        organisation = fields.pop("organisation")
        item = actions.create_item(
            organisation, **fields, by=actor_of(SECRETARY, organisation), at=at
        )
        for step in steps:
            step(item, at)
        return models.Item.objects.select_related("organisation__parent").get(pk=item.pk)
