"""The routes of the county's side of information items."""

from typing import Any

from django.utils import timezone

from congress.information import actions
from congress.information.models import Item
from congress.organisations.roles import COUNTY_EDITOR, COUNTY_SUPERVISOR
from tests.factories.information import AdoptionFactory, PublicationFactory, actor_of
from tests.routes.information import act, made, of_row, reason
from tests.routes.world import World


def adopted_row(world: World) -> Any:
    publication = PublicationFactory(county=world.county, name="望江人大简报")
    return AdoptionFactory(item=made(submitted=True)(world), publication=publication)


def sent_row(world: World) -> Any:
    item = made(submitted=True)(world)
    by = actor_of(COUNTY_EDITOR, world.county)
    return actions.send_up(item, level="city", sent_on=world.today, by=by, at=timezone.now())


def instructed_row(world: World) -> Any:
    item = made(submitted=True)(world)
    by = actor_of(COUNTY_EDITOR, world.county)
    return actions.note_instruction(
        item, level="county", leader="望江县委书记", given_on=world.today, by=by, at=timezone.now()
    )


def adoption_fields(item: Item) -> dict[str, Any]:
    county = item.organisation.parent
    return {
        "publication": PublicationFactory(county=county).pk,
        "adopted_on": timezone.localdate().isoformat(),
        "mode": "single",
    }


ROUTES = (
    *act(
        "return",
        COUNTY_EDITOR,
        made(submitted=True),
        COUNTY_SUPERVISOR,
        lambda item: {"reason": "缺数字", "advice": "请补充人次"},
    ),
    *act("undo_return", COUNTY_EDITOR, made(returned=True), COUNTY_SUPERVISOR, reason),
    *act("retain", COUNTY_EDITOR, made(submitted=True), COUNTY_SUPERVISOR, reason),
    *act("undo_retain", COUNTY_EDITOR, made(retained=True), COUNTY_SUPERVISOR, reason),
    *act("adopt", COUNTY_EDITOR, made(submitted=True), COUNTY_SUPERVISOR, adoption_fields),
    *act("undo_adoption", COUNTY_EDITOR, adopted_row, COUNTY_SUPERVISOR, reason, kwargs=of_row),
    *act(
        "send_up",
        COUNTY_EDITOR,
        made(submitted=True),
        COUNTY_SUPERVISOR,
        lambda item: {"level": "city", "sent_on": timezone.localdate().isoformat()},
    ),
    *act("undo_sending", COUNTY_EDITOR, sent_row, COUNTY_SUPERVISOR, reason, kwargs=of_row),
    *act(
        "note_instruction",
        COUNTY_EDITOR,
        made(submitted=True),
        COUNTY_SUPERVISOR,
        lambda item: {
            "level": "county",
            "leader": "县委书记",
            "given_on": timezone.localdate().isoformat(),
        },
    ),
    *act(
        "undo_instruction",
        COUNTY_EDITOR,
        instructed_row,
        COUNTY_SUPERVISOR,
        reason,
        kwargs=of_row,
    ),
)
