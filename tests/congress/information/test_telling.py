"""The secretaries of a township are told what became of their item, and nobody else is."""

from datetime import timedelta

import pytest
from django.utils import timezone

from congress.flow.moves import NotNow
from congress.information import actions
from congress.notifications.models import Delivery, Message
from tests.factories.information import RETURN, AdoptionFactory, ItemFactory, actor_of
from tests.factories.organisations import AppointmentFactory, UserFactory
from tests.routes.world import World

TITLE = "村级公路养护"


def item(world: World, **traits):
    return ItemFactory(organisation=world.township, title=TITLE, at=world.at, **traits)


def people(world: World) -> None:
    """Everybody who might be told, and must not be, beside the secretary."""
    for role, place in (("chair", "home"), ("secretary", "other"), ("secretary", "foreign")):
        world.user(role, place)
    AppointmentFactory(organisation=world.township, role="secretary", ended=True)


def returned(world: World) -> str:
    editor = actor_of("county_editor", world.county)
    actions.return_item(item(world, submitted=True), **RETURN, by=editor, at=world.at)
    return f"退回修改：{TITLE}"


def retained(world: World) -> str:
    editor = actor_of("county_editor", world.county)
    made = item(world, submitted=True)
    actions.retain_item(made, reason=RETURN["reason"], by=editor, at=world.at)
    return f"留存（未采用）：{TITLE}"


def adopted(world: World) -> str:
    AdoptionFactory(item=item(world, submitted=True), at=world.at)
    return f"已采用：{TITLE}"


def sent_back(world: World) -> str:
    chair = actor_of("chair", world.township)
    made = item(world, awaiting_sign_off=True)
    actions.send_back_item(made, remark=RETURN["reason"], by=chair, at=world.at)
    return f"主席退给您修改：{TITLE}"


@pytest.mark.parametrize("act", [returned, retained, adopted, sent_back])
def test_the_secretary_is_told(act, world, client_as):
    people(world)
    secretary = world.user("secretary")
    title = act(world)
    message = Message.objects.get()
    assert (message.user, message.title) == (secretary, title)
    assert message.text == RETURN["reason"] or act is adopted
    answer = client_as("secretary").post(f"/work/inbox/{message.pk}/open/", follow=True)
    assert TITLE in answer.content.decode()


def test_an_act_that_comes_too_late_tells_nobody(world):
    world.user("secretary")
    made = item(world, submitted=True)
    editor = actor_of("county_editor", world.county)
    actions.retain_item(made, reason="重复", by=editor, at=world.at)
    with pytest.raises(NotNow):
        actions.return_item(made, **RETURN, by=editor, at=world.at)
    assert Message.objects.count() == 1


@pytest.mark.parametrize(("days", "sent"), [(0, 1), (1, 0)])
def test_what_is_entered_for_an_earlier_day_stays_inside(days, sent, world, settings):
    settings.SMS_URL = "http://127.0.0.1:9/"
    secretary = world.user("secretary")
    secretary.phone = "13900000000"
    secretary.save()
    made = item(world, submitted=True)
    editor = actor_of("county_editor", world.county)
    at = timezone.now() - timedelta(days=days)
    actions.return_item(made, **RETURN, by=editor, at=at)
    assert (Message.objects.count(), Delivery.objects.count()) == (1, sent)


@pytest.mark.parametrize("number", [1, 3])
def test_it_costs_the_same_for_one_and_for_three(number, world, django_assert_num_queries):
    made = item(world, submitted=True)
    for _ in range(number):
        AppointmentFactory(organisation=world.township, user=UserFactory())
    editor = actor_of("county_editor", world.county)
    with django_assert_num_queries(18):
        actions.return_item(made, **RETURN, by=editor, at=world.at)
    assert Message.objects.count() == number
