"""Ways out of the portal. Each is an adapter that a room registers in its `announce.py`; e-mail
and SMS are ours, a group's robot is one more class of this shape."""

from dataclasses import dataclass
from typing import Protocol

from django.utils.functional import Promise

from congress.organisations.models import User


@dataclass(frozen=True)
class Letter:
    """What goes to one address; `url` is the whole address of the record."""

    to: str
    title: str
    text: str
    url: str


class ChannelFailed(Exception):
    """This attempt came to nothing; `str()` says why and names neither person nor address."""


class Channel(Protocol):
    """`code` stands in the database; `prefetch` are the relations of a person that `address_of`
    reads."""

    @property
    def code(self) -> str: ...

    @property
    def label(self) -> str | Promise: ...

    @property
    def prefetch(self) -> tuple[str, ...]: ...

    def is_on(self) -> bool:
        """Whether the installation has configured it."""

    def address_of(self, user: User) -> str:
        """Where the person is reached, "" where they are not."""

    def send(self, letter: Letter) -> None:
        """Hands the letter over within seconds, or raises `ChannelFailed`."""


_channels: dict[str, Channel] = {}


def register_channel(channel: Channel) -> None:
    _channels.setdefault(channel.code, channel)


def channels_on() -> list[Channel]:
    return [channel for channel in _channels.values() if channel.is_on()]


def channel_label(code: str) -> str:
    """The words of a channel, also of one that is switched off now; the code of one unknown."""
    channel = _channels.get(code)
    return str(channel.label) if channel else code
