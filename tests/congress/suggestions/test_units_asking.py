"""What the presidium has answered asks for nothing any more."""

import pytest

from congress.notifications.models import Message
from congress.suggestions import actions
from tests.factories.suggestions import officer_of, presidium_of
from tests.routes.suggestions_units import part


def returning(world):
    row = part(in_handling=True)(world)
    request = actions.request_return(row, reason="不属本单位。", by=officer_of(row), at=world.at)
    return request, actions.refuse_return, actions.grant_return


def longer(world):
    row = part(in_handling=True)(world)
    clock = row.clocks.select_related("assignment__suggestion").get(event="reply")
    clock.assignment = row
    asked = actions.request_extension(clock, reason="涉及面广。", by=officer_of(row), at=world.at)
    return asked, actions.refuse_extension, actions.grant_extension


@pytest.mark.parametrize("ask", [returning, longer])
@pytest.mark.parametrize("answer", [1, 2])
def test_the_message_is_put_aside_with_the_answer(answer, ask, world):
    chair = world.user("chair")
    asked, *answers = ask(world)
    unread = Message.objects.unread().filter(user=chair, kind=asked._meta.model_name)
    assert unread.count() == 1
    suggestion = (getattr(asked, "assignment", None) or asked.clock).suggestion
    answers[answer - 1](asked, remark="已研究。", by=presidium_of(suggestion), at=world.at)
    assert unread.count() == 0
