"""One row and three rows cost the same number of questions."""

import pytest
from django.urls import reverse

from congress.suggestions import actions
from congress.suggestions.models import Suggestion
from tests.factories.suggestions import officer_of, part_of, presidium_of, write
from tests.routes.suggestions_units import CONTACT, made
from tests.routes.table import content
from tests.routes.world import World

LISTS = {"suggestions:unit": 15, "suggestions:unit_export": 8, "overview:today": 16}
DETAIL = {"unit_officer": 39, "chair": 42, "secretary": 37}


def suggestions(world: World, number: int) -> Suggestion:
    for _ in range(number):
        made(assigned=True)(world)
        made(replied=True)(world)
        last = made(in_handling=True)(world)
    return last


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("page", LISTS)
def test_a_list(page, number, world: World, client_as, django_assert_num_queries):
    suggestions(world, number)
    client = client_as("unit_officer")
    with django_assert_num_queries(LISTS[page]):
        content(client.get(reverse(page)))


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("role", DETAIL)
def test_the_record(role, number, world: World, client_as, django_assert_num_queries):
    """So many contacts and requests for more time."""
    suggestion = suggestions(world, 1)
    part = part_of(suggestion)
    write(part, world.at)
    by, clock = officer_of(part), part.clocks.get(event="reply")
    for count in range(number):
        contact = CONTACT | {"gist": f"第{count}次", "day": world.today}
        actions.record_contact(part, **contact, by=by, at=world.at)
        asked = actions.request_extension(clock, reason="涉及多个部门。", by=by, at=world.at)
        by_chair = presidium_of(suggestion)
        actions.refuse_extension(asked, remark="请按期办理。", by=by_chair, at=world.at)
    client = client_as(role)
    with django_assert_num_queries(DETAIL[role]):
        content(client.get(reverse("suggestions:detail", args=[suggestion.pk])))
