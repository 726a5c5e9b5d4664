"""`make bench`: runs every bench in a process of its own and prints what it found.

`--check` ends with 1 where a limit is missed, `--write` writes docs/benchmarks.md.
"""

import argparse
import os
import platform
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import django

BASE_DIR = Path(__file__).resolve().parents[1]
PAGE = BASE_DIR / "docs" / "benchmarks.md"
BENCHES = ("count", "lists", "pages", "notices", "suggestions")
HEAD = """\
# Benchmarks

Written by `.venv/bin/python -m bench --write`; `make bench` prints the same. A page is a GET by a
logged-in county editor, or supervisor for suggestions, through the full middleware, with the
production settings. Before it is
measured its figures are compared, value by value, with SQL written by hand. Medians of 30 rounds
after 5 warm-ups; page and bare SQL take turns. The data are made by chance, the same at every run;
the database belongs to the benches and is dropped again (`BENCH_DATABASE_URL` names it). Public
pages are asked by four readers without a log-in, at once, on the loopback: medians of three rounds,
in which the pages take turns with a view that does nothing.
The sending of a notice is an act, not a page: medians of 5 rounds after 5 warm-ups.
"""


def run(name: str, options: list[str]) -> tuple[str, int]:
    """What a bench printed, and its exit code. Its errors go straight to the terminal."""
    done = subprocess.run(
        [sys.executable, "-m", f"bench.{name}", *options],
        cwd=BASE_DIR,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    print(done.stdout, flush=True)
    return done.stdout, done.returncode


def circumstances() -> str:
    described = subprocess.run(
        ["git", "describe", "--always", "--dirty=, with changes"],
        cwd=BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )
    return (
        f"Commit {described.stdout.strip() or 'unknown'}, {datetime.now(UTC):%Y-%m-%d}; "
        f"{os.cpu_count()} cores, {platform.machine()}; Python {platform.python_version()}, "
        f"Django {django.__version__}, SQLite {sqlite3.sqlite_version}.\n"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="end with 1 above a limit")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(BASE_DIR)}")
    given = parser.parse_args()
    results = [run(name, ["--check"] if given.check else []) for name in BENCHES]
    if given.write:
        PAGE.write_text("\n".join((HEAD, circumstances(), *(text for text, _ in results))), "utf-8")
    return max(code for _, code in results)


if __name__ == "__main__":
    sys.exit(main())
