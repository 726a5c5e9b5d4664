"""`make test`: the suite on SQLite, on PostgreSQL, in a browser and in an office program, as far
as they are here.

What no database decides (`once`) runs with the last of the two.

Closes with a line for each part: what ran, in how many minutes, and what did not. With
REQUIRE_ALL=1 a part that could not run counts as failed.
"""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import psycopg

from tests.browser.chromium import chromium_path
from tests.congress.documents.office import office_path

BASE_DIR = Path(__file__).resolve().parents[1]
REPORTS = BASE_DIR / "build" / "tests"
QUIET = ("-q", "--tb=short", "--show-capture=no")
WORKERS = os.environ.get("TEST_WORKERS", "2")


@dataclass(frozen=True)
class Outcome:
    part: str
    minutes: float = 0.0
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    missing: str = ""

    def __str__(self) -> str:
        if self.missing:
            return f"{self.part:11} did not run: {self.missing}"
        return (
            f"{self.part:11} ran in {self.minutes:.1f} min: {self.passed} passed, "
            f"{self.failed} failed, {self.skipped} skipped"
        )


def server_answers(url: str) -> bool:
    """Whether a PostgreSQL server stands behind the URL; its database need not exist."""
    try:
        psycopg.connect(url, dbname="postgres", connect_timeout=3).close()
    except psycopg.Error:
        return False
    return True


def run(part: str, database: str, *options: str) -> Outcome:
    """Run pytest once in a process of its own and count what it reports."""
    print(f"\n==== {part} ====", flush=True)
    report = REPORTS / f"{part.lower()}.xml"
    report.unlink(missing_ok=True)
    began = time.monotonic()
    command = [sys.executable, "-m", "pytest", *QUIET, f"--junitxml={report}", *options]
    # One seed for all workers: they have to call a test by the same name.
    own = {"DATABASE_URL": database, "PYTHONHASHSEED": "0"}
    code = subprocess.run(command, cwd=BASE_DIR, env=os.environ | own, check=False).returncode
    minutes = (time.monotonic() - began) / 60
    passed, failed, skipped = counts(report)
    return Outcome(part, minutes, passed, max(failed, int(code not in (0, 5))), skipped)


def counts(report: Path) -> tuple[int, int, int]:
    if not report.exists():
        return 0, 0, 0
    suites = list(ElementTree.parse(report).iter("testsuite"))
    total, failures, errors, skipped = (
        sum(int(suite.get(key, 0)) for suite in suites)
        for key in ("tests", "failures", "errors", "skipped")
    )
    return total - failures - errors - skipped, failures + errors, skipped


def main() -> int:
    REPORTS.mkdir(parents=True, exist_ok=True)
    sqlite = f"sqlite:///{REPORTS / 'tests.sqlite3'}"
    postgresql = os.environ.get("TEST_DATABASE_URL", "postgres://postgres@127.0.0.1:5432/portal")
    server = server_answers(postgresql)
    suite = ("-n", WORKERS, "--dist", "worksteal", "-m")
    every = "not browser and not office"
    outcomes = [run("SQLite", sqlite, *suite, f"{every} and not once" if server else every)]
    if server:
        outcomes.append(run("PostgreSQL", postgresql, *suite, every))
    else:
        outcomes.append(Outcome("PostgreSQL", missing="no server answers at TEST_DATABASE_URL"))
    if chromium_path():
        database = postgresql if server else sqlite
        outcomes.append(run("browser", database, "-m", "browser", "tests/browser"))
    else:
        outcomes.append(Outcome("browser", missing="no Chromium found (CHROMIUM names one)"))
    if office_path():
        outcomes.append(run("office", sqlite, "-m", "office", "tests/congress/documents"))
    else:
        outcomes.append(Outcome("office", missing="no LibreOffice found (SOFFICE names one)"))
    return close(outcomes)


def close(outcomes: list[Outcome]) -> int:
    """Print a line for each part and the total; 1 where a test failed or a part is owed."""
    print("\n" + "\n".join(map(str, outcomes)))
    missing = sum(bool(o.missing) for o in outcomes) if os.environ.get("REQUIRE_ALL") == "1" else 0
    failed = sum(o.failed for o in outcomes) + missing
    total = f"{sum(o.passed for o in outcomes)} passed, {failed} failed"
    (REPORTS / "total.txt").write_text(f"{total}\n")
    print(total, flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
