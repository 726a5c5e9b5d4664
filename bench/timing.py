"""Medians in milliseconds, and the lines in which they are told."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

WARM_UPS = 5
ROUNDS = 30


def milliseconds(*steps: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """The median of each step; they take turns, so that a busy moment meets them all."""
    times: list[list[float]] = [[] for _ in steps]
    for number in range(WARM_UPS + rounds):
        for step, taken in zip(steps, times, strict=True):
            began = time.perf_counter()
            step()
            if number >= WARM_UPS:
                taken.append((time.perf_counter() - began) * 1000)
    return [median(taken) for taken in times]


@dataclass(frozen=True)
class Result:
    """`limit` in milliseconds; `beside` says what the limit is made of."""

    page: str
    taken: float
    limit: float
    beside: str

    @property
    def holds(self) -> bool:
        return self.taken <= self.limit

    def __str__(self) -> str:
        verdict = "" if self.holds else " **missed**"
        return (
            f"| {self.page} | {self.taken:.0f} ms{verdict} | {self.limit:.0f} ms | {self.beside} |"
        )


def table(title: str, results: list[Result]) -> str:
    head = ("| page | median | limit | made of |", "| --- | --- | --- | --- |")
    return "\n".join((f"## {title}", "", *head, *map(str, results)))
