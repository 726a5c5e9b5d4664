"""A year that nobody means is told beside the field."""

import pytest
from django.urls import reverse

from congress.notices.models import Notice
from tests.factories.notices import NoticeFactory
from tests.routes.world import World

TEXT = {"title": "开会", "body": "议程", "place": "会议室", "all_deputies": "on"}


@pytest.mark.parametrize("year", ["0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31"])
@pytest.mark.parametrize("field", ["meeting_at", "ends_on"])
def test_writing(client_as, world: World, year, field):
    value = f"{year}T00:00" if field == "meeting_at" else year
    form = TEXT | {"asked": "attend", field: value}
    answer = client_as("secretary").post(reverse("notices:create"), form)
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, [field])
    assert not Notice.objects.exists()


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_moving(client_as, world: World, year):
    notice = NoticeFactory(organisation=world.township, at=world.at, sent=True)
    form = {"meeting_at": f"{year}-01-01T00:00", "place": "会议室", "reason": "停电"}
    answer = client_as("chair").post(reverse("notices:move", args=[notice.pk]), form)
    assert (answer.status_code, list(answer.context["form"].errors)) == (200, ["meeting_at"])
