"""Sending: the number, the ledger before anybody is told, the audience as it stands that day."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from congress.flow.moves import NotNow
from congress.notices import actions
from congress.notices.models import Recipient
from congress.notices.queries.audience import Audience, invited
from congress.notifications.models import PersonalLink
from congress.organisations.models import Appointment, Constituency, Deputy, DeputyGroup
from congress.organisations.roles import COUNTY_SUPERVISOR
from tests.factories.information import actor_of
from tests.factories.notices import ALL, NoticeFactory, deputies, signer_of, writer_of
from tests.factories.organisations import DeputyFactory, OrganisationFactory
from tests.routes.world import World


def names(organisation, audience: Audience, world: World) -> set[str]:
    return {row.name for row in invited(organisation, audience, world.today)}


def test_a_row_and_a_link_for_each_person(world: World):
    notice = NoticeFactory(organisation=world.township, at=world.at, people=3, sent=True)
    rows = notice.recipients.all()
    assert rows.count() == 3
    links = PersonalLink.objects.for_record(notice, "notice")
    assert set(links.values_list("user", flat=True)) == set(rows.values_list("user", flat=True))
    assert {row.seat_id for row in rows} == {world.township.pk}
    assert notice.ends_on == (world.at + timedelta(days=3)).astimezone().date()


def test_a_double_press_sends_once(world: World):
    notice = NoticeFactory(organisation=world.township, at=world.at, people=2, sent=True)
    with pytest.raises(NotNow):
        actions.send_notice(notice, by=writer_of(notice), at=world.at)
    assert Recipient.objects.count() == 2
    following = NoticeFactory(organisation=world.township, at=world.at, sent=True)
    assert following.reference.endswith("-002")


def test_an_empty_audience_is_refused_and_takes_no_number(world: World):
    empty = NoticeFactory(
        organisation=world.township, at=world.at, people=0, audience=ALL, signed=True
    )
    with pytest.raises(ValidationError):
        actions.send_notice(empty, by=writer_of(empty), at=world.at)
    empty.refresh_from_db()
    assert (empty.state, empty.reference) == ("signed", None)
    deputies(world.township, 1)
    assert actions.send_notice(empty, by=writer_of(empty), at=world.at).reference.endswith("-001")


def test_the_parts_of_an_audience(world: World):
    deputies(world.township, 5)
    first, second, third, fourth, ended = Deputy.objects.select_related("user").order_by("pk")
    group = DeputyGroup.objects.create(organisation=world.township, name="第一代表小组")
    place = Constituency.objects.create(organisation=world.township, name="第三选区")
    Deputy.objects.filter(pk=first.pk).update(group=group)
    Deputy.objects.filter(pk=second.pk).update(constituency=place)
    Deputy.objects.filter(pk=ended.pk).update(ends_on=world.today)
    other = DeputyFactory(term=world.term_of(world.other))
    wanted = Audience(
        groups=(group.pk,), constituencies=(place.pk,), people=(third.user_id, other.user_id)
    )
    chosen = {first.user.name, second.user.name, third.user.name}
    assert names(world.township, wanted, world) == chosen
    assert names(world.township, ALL, world) == {*chosen, fourth.user.name}


def test_a_person_twice_in_the_audience_is_invited_once(world: World):
    deputies(world.township, 1)
    deputy = Deputy.objects.get()
    Appointment.objects.create(
        user=deputy.user, organisation=world.township, role="chair", starts_on=world.long_ago
    )
    both = Audience(all_deputies=True, people=(deputy.user_id,))
    assert [row.user_id for row in invited(world.township, both, world.today)] == [deputy.user_id]


def test_the_county_invites_its_deputies_and_the_offices(world: World):
    deputies(world.county, 2)
    secretary, foreign = world.user("secretary"), world.user("secretary", "foreign")
    offices = Audience(all_deputies=True, offices=(world.township.pk, world.foreign_township.pk))
    found = {row.user_id for row in invited(world.county, offices, world.today)}
    assert len(found) == 3
    assert secretary.pk in found
    assert foreign.pk not in found


def test_a_sub_district_invites_the_county_deputies_elected_in_it(world: World):
    street = OrganisationFactory(subdistrict=True, parent=world.county)
    place = Constituency.objects.create(organisation=street, name="第一选区")
    here = DeputyFactory(term=world.term_of(world.county), constituency=place)
    DeputyFactory(term=here.term)
    assert names(street, ALL, world) == {here.user.name}


def test_late_deputies_are_added_once(world: World, acts_on):
    notice = NoticeFactory(organisation=world.township, at=world.at, sent=True)
    late = DeputyFactory(term=world.term)
    add = {"by": writer_of(notice), "at": world.at}
    with pytest.raises(ValidationError):
        actions.add_recipients(notice, people=[notice.recipients.get().user_id], **add)
    rows = actions.add_recipients(notice, people=[late.user_id], **add)
    assert [row.user_id for row in rows] == [late.user_id]
    assert PersonalLink.objects.filter(user=late.user).count() == 1
    assert notice.recipients.count() == 2
    assert acts_on(notice)[-2:] == ["add_recipients", "issue_links"]


def test_the_database_keeps_one_row_a_person(world: World):
    notice = NoticeFactory(organisation=world.township, at=world.at, sent=True)
    row = notice.recipients.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Recipient.objects.create(notice=notice, user=row.user, seat=row.seat, added_at=world.at)


def test_the_number_of_questions_does_not_grow(world: World):
    def asked(number: int) -> int:
        town = OrganisationFactory(parent=world.county)
        notice = NoticeFactory(organisation=town, at=world.at, people=number, signed=True)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            actions.send_notice(notice, by=writer_of(notice), at=world.at)
        assert notice.recipients.count() == number
        return len(queries)

    assert asked(3) == asked(40)


def test_the_county_signs_its_own(world: World):
    notice = NoticeFactory(organisation=world.county, at=world.at, sent=True)
    assert notice.reference == f"云岭-通知-{world.today.year}-001"
    assert signer_of(notice) == actor_of(COUNTY_SUPERVISOR, world.county)
