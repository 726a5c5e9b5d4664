"""What the tests of this room share."""

from collections.abc import Callable, Iterable
from datetime import datetime

import pytest

from congress.notifications import registry
from congress.notifications.dues import Due


@pytest.fixture
def stages(monkeypatch) -> Callable[..., None]:
    """`stages(dues)`: what the only room of this test says is due."""

    def only(*rooms: Iterable[Due]) -> None:
        given: list[registry.Provider] = [provider(list(dues)) for dues in rooms]
        monkeypatch.setattr(registry, "_providers", given)

    return only


def provider(dues: list[Due]) -> registry.Provider:
    def asked(at: datetime) -> list[Due]:
        return dues

    return asked
