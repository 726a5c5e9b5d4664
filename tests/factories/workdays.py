"""A county's own days, made through the actions."""

from datetime import date
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from congress.organisations.models import Organisation
from congress.organisations.roles import COUNTY_ADMIN
from congress.workdays import actions, models
from congress.workdays.days import REST
from tests.factories.information import actor_of
from tests.factories.organisations import OrganisationFactory


class CalendarDayFactory(DjangoModelFactory):
    """A Thursday after the National Day holiday on which the county rests."""

    class Meta:
        model = models.CalendarDay

    county = factory.SubFactory(OrganisationFactory, county=True)
    day = date(2026, 10, 8)
    kind = REST
    name = "县庆日"

    @classmethod
    def _create(cls, _model: Any, *_args: Any, county: Organisation, **fields: Any) -> Any:
        by = actor_of(COUNTY_ADMIN, county)
        return actions.set_day(county, **fields, by=by, at=timezone.now())


class DecreedYearFactory(DjangoModelFactory):
    class Meta:
        model = models.DecreedYear

    county = factory.SubFactory(OrganisationFactory, county=True)
    year = 2027
    source = "国办发明电〔2026〕9号"

    @classmethod
    def _create(cls, _model: Any, *_args: Any, county: Organisation, **fields: Any) -> Any:
        by = actor_of(COUNTY_ADMIN, county)
        return actions.decree_year(county, **fields, by=by, at=timezone.now())
