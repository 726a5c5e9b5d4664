"""A world whose two counties have their sites open."""

import pytest

from tests.factories.home import opened
from tests.routes.world import World


@pytest.fixture
def site(world: World) -> World:
    opened(world.county)
    opened(world.foreign_county)
    return world
