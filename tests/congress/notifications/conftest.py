"""What the tests of this room share."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

import pytest

from congress.notifications import registry
from congress.notifications.dues import Due
from tests.congress.notifications.gateway import Gateway, running


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


@pytest.fixture
def gateway(settings) -> Iterator[Gateway]:
    """A real server of an SMS operator, configured as one is."""
    with running() as server:
        settings.SMS_URL = f"{server.url}/send"
        settings.SMS_BODY = '{"mobile": "{phone}", "content": "{text}"}'
        settings.SMS_CONTENT_TYPE = "application/json"
        settings.SMS_AUTHORIZATION = "Bearer secret"
        settings.SMS_SUCCESS = '"code": 0'
        settings.BASE_URL = "https://rd.example.gov.cn/"
        yield server
