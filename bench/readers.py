"""Readers that ask one page again and again, each a process of its own. Without Django, so that
they take little from the server beside them."""

import socket
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context

READERS = 4


@contextmanager
def readers() -> Iterator[ProcessPoolExecutor]:
    """All of them awake."""
    with ProcessPoolExecutor(READERS, mp_context=get_context("spawn")) as pool:
        list(pool.map(time.sleep, [2.0] * READERS))
        yield pool


def rate(pool: ProcessPoolExecutor, port: int, target: str, seconds: float) -> float:
    """Answers a second to all readers together; raises `AssertionError` for any but 200."""
    begin = time.time() + 0.3
    each = [pool.submit(read, port, target, begin, seconds) for _ in range(READERS)]
    return sum(reader.result() for reader in each) / seconds


def read(port: int, target: str, begin: float, seconds: float) -> int:
    """How many answers one reader was given between `begin` and `seconds` later."""
    assert time.time() < begin, "the readers came late"
    time.sleep(begin - time.time())
    answers = 0
    while time.time() < begin + seconds:
        head = ask(port, target)[:12]
        assert head.endswith(b" 200"), f"{target} answered {head!r}"
        answers += 1
    return answers


def ask(port: int, target: str) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
        line.sendall(f"GET {target} HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n".encode())
        parts = []
        while part := line.recv(65536):
            parts.append(part)
    return b"".join(parts)
