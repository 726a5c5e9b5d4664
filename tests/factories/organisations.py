"""People, organisations, posts and mandates, with traits for the usual cases."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from congress.organisations import models
from congress.organisations.roles import SECRETARY

PASSWORD = "石桥 secret 2026"
LONG_AGO = date(2022, 1, 10)


class UserFactory(DjangoModelFactory):
    """A person without an account; `account=True` gives one with `PASSWORD`."""

    class Meta:
        model = models.User
        skip_postgeneration_save = True

    class Params:
        account = factory.Trait(
            username=factory.Sequence(lambda n: f"user{n}"),
            password=factory.django.Password(PASSWORD),
        )

    name = factory.Sequence(lambda n: f"周明{n}")
    password = factory.django.Password(None)


class ContactPhoneFactory(DjangoModelFactory):
    class Meta:
        model = models.ContactPhone

    user = factory.SubFactory(UserFactory)
    number = factory.Sequence(lambda n: f"139{n:08}")


class OrganisationFactory(DjangoModelFactory):
    """A township of a county of its own; `parent=` puts it under another."""

    class Meta:
        model = models.Organisation

    class Params:
        county = factory.Trait(
            kind="county", parent=None, name=factory.Sequence(lambda n: f"第{n}县")
        )
        subdistrict = factory.Trait(
            kind="subdistrict", name=factory.Sequence(lambda n: f"第{n}街道")
        )
        unit = factory.Trait(kind="unit", name=factory.Sequence(lambda n: f"第{n}办公室"))

    name = factory.Sequence(lambda n: f"第{n}镇")
    kind = "township"
    parent = factory.LazyAttribute(lambda _: OrganisationFactory(county=True))


class AppointmentFactory(DjangoModelFactory):
    class Meta:
        model = models.Appointment

    class Params:
        ended = factory.Trait(ends_on=date(2024, 1, 10))

    user = factory.SubFactory(UserFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    role = SECRETARY
    starts_on = LONG_AGO


class TermFactory(DjangoModelFactory):
    class Meta:
        model = models.Term

    congress = factory.SubFactory(OrganisationFactory)
    number = 19
    starts_on = LONG_AGO


class ConstituencyFactory(DjangoModelFactory):
    class Meta:
        model = models.Constituency

    organisation = factory.SubFactory(OrganisationFactory)
    name = factory.Sequence(lambda n: f"第{n}选区")


class GroupFactory(DjangoModelFactory):
    class Meta:
        model = models.DeputyGroup

    organisation = factory.SubFactory(OrganisationFactory)
    name = factory.Sequence(lambda n: f"第{n}代表小组")


class DeputyFactory(DjangoModelFactory):
    """A running mandate; `ended=True` one that has ended with its day to be verified."""

    class Meta:
        model = models.Deputy

    class Params:
        ended = factory.Trait(ends_on=date(2024, 1, 10), ends_on_unverified=True, note="已调离")

    user = factory.SubFactory(UserFactory)
    term = factory.SubFactory(TermFactory)
    congress = factory.SelfAttribute("term.congress")
    starts_on = LONG_AGO
