"""Public pages by gunicorn with two workers, on PostgreSQL with the demo county: a kept page, the
front page made anew, and a view that does nothing, in requests a second.

`python -m bench.pages --check` ends with 1 where a page misses its share of the view's rate.
"""

import argparse
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import psycopg
from django.core.management import call_command

from bench.loading import settle
from bench.place import NotOurs, postgresql, postgresql_url
from bench.readers import ask, rate, readers

ROUNDS = 3
WORKERS = 2
CONSTANT = "/constant/"
# What is made anew for every reader: only pages of lists are kept with a question behind them.
NEW, KEPT = "/?made=anew", "/"
# An installation on which the view made 1,300 a second makes 60 front pages.
SHARES = {KEPT: 0.7, NEW: 60 / 1300}
NAMES = {CONSTANT: "a view that does nothing", KEPT: "the front page, kept", NEW: "made anew"}


@dataclass(frozen=True)
class Rate:
    """Requests a second; `share` is of the constant view's, `aim` the least share."""

    page: str
    rate: float
    share: float
    aim: float

    @property
    def holds(self) -> bool:
        return self.share >= self.aim

    def __str__(self) -> str:
        verdict = "" if self.holds else " **missed**"
        return f"| {self.page} | {self.rate:,.0f} | {self.share:.3f}{verdict} | {self.aim:.3f} |"


def table(rates: list[Rate]) -> str:
    title = f"## Public pages, gunicorn with {WORKERS} workers, PostgreSQL, the demo county"
    head = ("| page | requests/s | of the view | aim |", "| --- | --- | --- | --- |")
    return "\n".join((title, "", *head, *map(str, rates)))


@contextmanager
def served(folder: Path) -> Iterator[int]:
    """The port of a server that answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {
        "DJANGO_SETTINGS_MODULE": "bench.serving",
        "ALLOWED_HOSTS": "127.0.0.1",
        "HTTPS": "false",
        "LOG_LEVEL": "ERROR",
    }
    command = [sys.executable, "-m", "gunicorn", "portal.wsgi", "--workers", str(WORKERS)]
    command += ["--bind", f"127.0.0.1:{port}", "--log-level", "error"]
    server = subprocess.Popen([*command, "--worker-tmp-dir", str(folder)], env=os.environ | own)
    try:
        wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=30)


def wait_for(port: int) -> None:
    for _ in range(300):
        try:
            if b" 200 " in ask(port, CONSTANT)[:16]:
                return
        except OSError:
            pass
        time.sleep(0.2)
    raise TimeoutError("gunicorn does not answer")


def compare(port: int) -> None:
    """The kept page is the one made anew, and the store is in use; raises `AssertionError`."""
    answers = [page(port, target) for target in (KEPT, KEPT, NEW)]
    kept, new = answers[1], answers[2]
    assert b"X-Page-Cache: hit" in kept[0], "the page was not kept"
    assert b"X-Page-Cache" not in new[0], "the page was not made anew"
    assert kept[1] == new[1].replace(b"%3Fmade%3Danew", b""), "the kept page is another"


def page(port: int, target: str) -> tuple[bytes, bytes]:
    head, _, body = ask(port, target).partition(b"\r\n\r\n")
    return head, body


def measure(port: int, seconds: float, rounds: int = ROUNDS) -> list[Rate]:
    """They take turns, so that a busy moment meets them all."""
    compare(port)
    found: dict[str, list[float]] = {target: [] for target in NAMES}
    with readers() as pool:
        for _ in range(rounds):
            for target, rates in found.items():
                rates.append(rate(pool, port, target, seconds))
    whole = median(found[CONSTANT])
    return [
        Rate(name, median(found[target]), median(found[target]) / whole, SHARES.get(target, 1.0))
        for target, name in NAMES.items()
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="end with 1 below an aim")
    parser.add_argument("--seconds", type=float, default=4.0, help="of each measurement")
    given = parser.parse_args()
    with TemporaryDirectory(prefix="portal-bench-") as name:
        folder = Path(name)
        for variable in ("MEDIA_ROOT", "PRIVATE_ROOT", "PAGE_CACHE_ROOT"):
            os.environ[variable] = str(folder / variable.lower())
        try:
            with postgresql(postgresql_url()):
                call_command("load_demo", stdout=StringIO())
                settle()
                with served(folder) as port:
                    rates = measure(port, given.seconds)
        except (NotOurs, psycopg.OperationalError) as reason:
            sys.exit(f"The pages were not measured: {reason}")
    print(table(rates))
    return 1 if given.check and not all(rate.holds for rate in rates) else 0


if __name__ == "__main__":
    sys.exit(main())
