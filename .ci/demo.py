"""Proves `make demo` as a newcomer meets it: a fresh clone, a bare PATH, no variables.

Fetches the home page, a news page, the log-in and a static file, logs in as `secretary`, then
starts a second time and finds the same data within seconds.
"""

import http.cookiejar
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[1]
FIRST_RUN, SECOND_RUN = 600, 30
LOG_IN, WORKSPACE = "/account/login/", "/work/"


def bare_path(folder: Path) -> Path:
    """A folder for the PATH with python3, make, git and coreutils, and nothing else."""
    folder.mkdir()
    listed = subprocess.run(
        ["dpkg", "-L", "coreutils"], capture_output=True, text=True, check=True
    ).stdout.split()
    programs = [Path(name) for name in listed if Path(name).parent.name == "bin"]
    programs += [Path(shutil.which(name)) for name in ("make", "git")]
    for program in programs:
        if not (folder / program.name).exists():
            (folder / program.name).symlink_to(program)
    python = folder / "python3"
    python.write_text(f'#!/bin/sh\nexec "{Path(sys.executable).resolve()}" "$@"\n')
    python.chmod(0o755)
    return folder


def bare_environment(path: Path, home: Path) -> dict[str, str]:
    """PATH and HOME; beside them only what this machine's pip needs to reach its packages."""
    home.mkdir()
    pip = {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
    return {"PATH": str(path), "HOME": str(home)} | pip


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@contextmanager
def demo(clone: Path, environment: dict[str, str], port: int, log: Path) -> Iterator[None]:
    with log.open("wb") as output:
        process = subprocess.Popen(
            ["make", "demo", f"PORT={port}"],
            cwd=clone,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
            process.wait(20)


def wait_for(address: str, process: subprocess.Popen, limit: float) -> float:
    """Seconds until the address answers; SystemExit where the process ends or the limit passes."""
    began = time.monotonic()
    while time.monotonic() - began < limit:
        if process.poll() is not None:
            sys.exit(f"make demo ended with {process.returncode}")
        try:
            urllib.request.urlopen(address, timeout=30).close()
        except urllib.error.HTTPError as answer:
            sys.exit(f"{address} answered {answer.code}")
        except OSError:
            time.sleep(0.5)
        else:
            return time.monotonic() - began
    sys.exit(f"{address} did not answer within {limit} s")


class Visitor:
    def __init__(self, address: str) -> None:
        self.address = address
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(jar)

    def fetch(self, path: str, fields: dict[str, str] | None = None) -> tuple[str, str]:
        """The final path and the text of the answer; HTTPError where it is no success."""
        body = urllib.parse.urlencode(fields).encode() if fields else None
        url = urllib.parse.urljoin(self.address, path)
        request = urllib.request.Request(url, body, {"Referer": url})
        with self.opener.open(request, timeout=30) as answer:
            text = answer.read().decode()
            assert text, f"{path} is empty"
            print(f"{answer.status} {path}")
            return urllib.parse.urlparse(answer.url).path, text

    def log_in(self, name: str, password: str) -> None:
        page = self.fetch(LOG_IN)[1]
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
        fields = {"csrfmiddlewaretoken": token, "login": name, "password": password}
        reached = self.fetch(LOG_IN, fields)[0]
        assert reached.startswith(WORKSPACE), f"{name} was led to {reached}"


def links(text: str, pattern: str) -> list[str]:
    return re.findall(rf'href="({pattern})"', text)


def password_of(name: str, log: Path) -> str:
    """The log prints a line for each account: its name, its password, who it is."""
    lines = [line.split() for line in log.read_text("utf-8").splitlines()]
    return next(words[1] for words in lines if len(words) > 2 and words[0] == name)


def visit(address: str, log: Path) -> list[str]:
    """Goes the newcomer's way and returns the news pages that the home page shows."""
    visitor = Visitor(address)
    home = visitor.fetch("/")[1]
    news = links(home, r"/[^\"]*news/[^\"/]+/")
    assert news, "the home page links to no news page"
    visitor.fetch(news[0])
    visitor.fetch(links(home, r"/static/[^\"]+\.css[^\"]*")[0])
    visitor.log_in("secretary", password_of("secretary", log))
    return news


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        clone, log = folder / "clone", folder / "demo.log"
        subprocess.run(["git", "clone", "--quiet", str(BASE_DIR), str(clone)], check=True)
        environment = bare_environment(bare_path(folder / "bin"), folder / "home")
        port = free_port()
        address = f"http://127.0.0.1:{port}/"
        try:
            with demo(clone, environment, port, log) as process:
                print(f"first run: {wait_for(address, process, FIRST_RUN):.0f} s")
                news = visit(address, log)
            with demo(clone, environment, port, log) as process:
                seconds = wait_for(address, process, SECOND_RUN)
                print(f"second run: {seconds:.0f} s")
                assert visit(address, log) == news, "the second run shows other pages"
        except BaseException:
            print(log.read_text("utf-8")[-4000:] if log.exists() else "make demo printed nothing")
            raise


if __name__ == "__main__":
    main()
