"""An operator's HTTP interface on loopback: what it was asked, and what it answers."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Asked:
    method: str
    path: str
    body: str
    headers: dict[str, str]


@dataclass
class Gateway:
    url: str = ""
    status: int = 200
    text: str = '{"code": 0}'
    location: str = ""
    asked: list[Asked] = field(default_factory=list)


@contextmanager
def running() -> Iterator[Gateway]:
    gateway = Gateway()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            body = self.rfile.read(length).decode()
            gateway.asked.append(Asked(self.command, self.path, body, dict(self.headers)))
            self.send_response(gateway.status)
            if gateway.location:
                self.send_header("Location", gateway.location)
            self.end_headers()
            self.wfile.write(gateway.text.encode())

        do_GET = do_POST  # noqa: N815  the name that the library calls

        def log_message(self, *args) -> None:
            """Says nothing into the output of the tests."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    gateway.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield gateway
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
