"""Who is told: a user, or no more than the key of one where thousands are told at once."""

from typing import NamedTuple, Protocol


class Addressee(Protocol):
    @property
    def pk(self) -> int: ...


class ByKey(NamedTuple):
    pk: int
