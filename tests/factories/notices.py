"""Notices and their ledgers, made through the actions alone."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from congress.audit.actors import Actor
from congress.notices import actions, models
from congress.notices.queries.audience import Audience
from congress.organisations.models import Organisation, Term
from congress.organisations.roles import CHAIR, COUNTY_SUPERVISOR, DEPUTY, ROLES, SECRETARY
from tests.factories.information import actor_of
from tests.factories.organisations import ContactPhoneFactory, DeputyFactory, OrganisationFactory

ALL = Audience(all_deputies=True)


def writer_of(notice: models.Notice) -> Actor:
    role = COUNTY_SUPERVISOR if notice.organisation.kind == "county" else SECRETARY
    return actor_of(role, notice.organisation)


def signer_of(notice: models.Notice) -> Actor:
    role = COUNTY_SUPERVISOR if notice.organisation.kind == "county" else CHAIR
    return actor_of(role, notice.organisation)


def self_of(row: models.Recipient) -> Actor:
    """The person invited, as a deputy."""
    label = str(ROLES[DEPUTY].label)
    return Actor(row.user_id, row.user.name, DEPUTY, label, row.seat_id, row.seat.name)


def deputies(organisation: Organisation, number: int) -> None:
    """So many deputies with a number each."""
    term = Term.objects.filter(congress=organisation).first()
    for _ in range(number):
        made = DeputyFactory(term=term) if term else DeputyFactory(term__congress=organisation)
        term = made.term
        ContactPhoneFactory(user=made.user)


def submit(notice: models.Notice, at: datetime) -> Any:
    return actions.submit_for_signature(notice, by=writer_of(notice), at=at)


def sign(notice: models.Notice, at: datetime) -> Any:
    submit(notice, at)
    return actions.sign_notice(notice, by=signer_of(notice), at=at)


def send(notice: models.Notice, at: datetime) -> Any:
    sign(notice, at)
    return actions.send_notice(notice, by=writer_of(notice), at=at)


def move(notice: models.Notice, at: datetime) -> Any:
    sent = send(notice, at)
    later = sent.meeting_at + timedelta(days=2)
    return actions.move_meeting(
        notice, meeting_at=later, place="镇政府三楼", reason="与县里会议冲突",
        by=signer_of(notice), at=at,
    )  # fmt: skip


def cancel(notice: models.Notice, at: datetime) -> Any:
    send(notice, at)
    return actions.cancel_notice(notice, reason="会议推迟到明年", by=signer_of(notice), at=at)


STEPS: dict[str, Callable[[models.Notice, datetime], Any]] = {
    "awaiting_signature": submit,
    "signed": sign,
    "sent": send,
    "moved": move,
    "cancelled": cancel,
}


class NoticeFactory(DjangoModelFactory):
    """A draft about a meeting in three days to all deputies; one trait of `STEPS` brings it
    further. `people` deputies are made where the organisation has none."""

    class Meta:
        model = models.Notice

    class Params:
        to_confirm = factory.Trait(asked="confirm", meeting_at=None, place="", bring="")

    organisation = factory.SubFactory(OrganisationFactory)
    title = factory.Sequence(lambda n: f"镇人大第{n}次代表会议")
    body = "听取半年工作报告。"
    asked = "attend"
    at = factory.LazyFunction(timezone.now)
    meeting_at = factory.LazyAttribute(lambda o: o.at + timedelta(days=3))
    place = "镇文化站大会议室"
    bring = "笔记本、代表证"
    contact_name = "周文斌"
    contact_phone = "13900000000"
    people = 1
    audience = ALL

    @classmethod
    def _create(cls, _model: Any, *_args: Any, at: datetime, **fields: Any) -> Any:
        steps = [STEPS[name] for name in STEPS if fields.pop(name, False)]
        organisation, people = fields.pop("organisation"), fields.pop("people")
        if people and not organisation.deputies.exists():
            deputies(organisation, people)
        role = COUNTY_SUPERVISOR if organisation.kind == "county" else SECRETARY
        by = actor_of(role, organisation)
        notice = actions.draft_notice(organisation, **fields, by=by, at=at)
        for step in steps:
            step(notice, at)
        return models.Notice.objects.select_related("organisation__parent").get(pk=notice.pk)
