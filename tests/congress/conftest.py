"""What the tests of several rooms share."""

from collections.abc import Iterator

import pytest

from tests.congress.notifications.gateway import Gateway, running


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
