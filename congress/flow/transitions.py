"""A process as data: its states and its transitions, read by buttons, tests and documents."""

from dataclasses import dataclass

from django.utils.functional import Promise

Text = str | Promise


@dataclass(frozen=True)
class State:
    """`label` is what staff read, `public_label` what everybody else reads; `code` is stable."""

    code: str
    label: Text
    public_label: Text
    tone: str = "neutral"


@dataclass(frozen=True)
class Transition:
    """One act on a record.

    `sources` are the states in which it may happen, `target` the state it leads to. `roles` are
    the role codes that may do it, `records` what must be written down, `undo` how it is taken
    back (or that it cannot be).
    """

    act: str
    label: Text
    sources: tuple[str, ...]
    target: str
    roles: tuple[str, ...]
    undo: Text
    records: tuple[Text, ...] = ()
    done: Text = ""


@dataclass(frozen=True)
class Process:
    """A kind of record with a state: its name, its states and every act that moves it."""

    name: Text
    states: tuple[State, ...]
    transitions: tuple[Transition, ...]

    def state(self, code: str) -> State:
        return next(state for state in self.states if state.code == code)

    def choices(self) -> list[tuple[str, Text]]:
        return [(state.code, state.label) for state in self.states]

    def from_state(self, code: str) -> tuple[Transition, ...]:
        return tuple(t for t in self.transitions if code in t.sources)
