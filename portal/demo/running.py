"""Lives side by side: each act in its turn."""

import heapq
from collections.abc import Iterable, Iterator
from datetime import datetime

# A life yields the moment of its next act and does the act when it is asked for the one after.
Steps = Iterator[datetime]


def run(lives: Iterable[Steps], *, until: datetime) -> None:
    """Every act before `until`; what comes later stays undone."""
    waiting: list[tuple[datetime, int, Steps]] = []
    for number, steps in enumerate(lives):
        waiting.append((next(steps), number, steps))
    heapq.heapify(waiting)
    while waiting and waiting[0][0] < until:
        _, number, steps = waiting[0]
        upcoming = next(steps, None)
        if upcoming is None:
            heapq.heappop(waiting)
        else:
            heapq.heapreplace(waiting, (upcoming, number, steps))
