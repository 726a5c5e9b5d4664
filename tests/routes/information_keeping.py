"""The routes of publications, points rules and a township's settings."""

from typing import Any

from django.utils import timezone

from congress.information import actions
from congress.organisations.roles import (
    CHAIR,
    COUNTY_ADMIN,
    COUNTY_EDITOR,
    COUNTY_SUPERVISOR,
    SECRETARY,
)
from tests.factories.information import PublicationFactory, actor_of
from tests.routes.information import act, page, press
from tests.routes.world import World


def publication(world: World) -> Any:
    return PublicationFactory(county=world.county, name="望江人大简报")


def rule(world: World) -> Any:
    by = actor_of(COUNTY_ADMIN, world.county)
    return actions.create_points_rule(
        world.county, level="county", publication=publication(world), points=7,
        valid_from=world.long_ago, by=by, at=timezone.now(),
    )  # fmt: skip


def rule_fields(publication: Any) -> dict[str, Any]:
    return {
        "level": "county",
        "publication": publication.pk,
        "points": "3.5",
        "valid_from": timezone.localdate().isoformat(),
    }


KEPT = {"text": "望江人大简报"}
KEEPING = tuple(
    route
    for role in (COUNTY_ADMIN, COUNTY_EDITOR)
    for route in (
        page("rules", role, rule, COUNTY_SUPERVISOR, kwargs=None, **KEPT),
        *act("rule_create", role, publication, SECRETARY, rule_fields, kwargs=None, **KEPT),
        *act(
            "rule_end",
            role,
            rule,
            SECRETARY,
            lambda row: {"valid_to": timezone.localdate().isoformat()},
            **KEPT,
        ),
        press("rule_delete", role, rule, SECRETARY, text="已删除"),
        page("publications", role, publication, COUNTY_SUPERVISOR, kwargs=None, **KEPT),
        page("publication_create", role, None, SECRETARY, kwargs=None, text="云岭县"),
        press(
            "publication_create",
            role,
            None,
            SECRETARY,
            kwargs=None,
            data=lambda _: {"name": "望江人大简报", "level": "city"},
            **KEPT,
        ),
        *act(
            "publication_edit",
            role,
            publication,
            SECRETARY,
            lambda row: {"name": "望江人大简报二", "level": "city", "active": "on"},
            **KEPT,
        ),
    )
)
SETTINGS = (
    page("settings", CHAIR, None, SECRETARY, kwargs=None, text="石桥镇"),
    press(
        "settings",
        CHAIR,
        None,
        SECRETARY,
        kwargs=None,
        text="石桥镇",
        data=lambda _: {"wanted": "on"},
    ),
)
ROUTES = (*KEEPING, *SETTINGS)
