"""A world whose two counties have their sites open."""

import pytest

from tests.factories.worlds import open_counties
from tests.routes.world import World


@pytest.fixture
def site(world: World) -> World:
    open_counties()
    return world
