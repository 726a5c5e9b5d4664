"""What `make test` says at its end."""

from pathlib import Path

import pytest

from tests import run
from tests.run import Outcome, close, counts, server_answers

RAN = Outcome("SQLite", minutes=1.26, passed=7, skipped=2)
MISSING = Outcome("browser", missing="no Chromium found (CHROMIUM names one)")


@pytest.fixture(autouse=True)
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "REPORTS", tmp_path)


@pytest.mark.parametrize(
    ("outcomes", "owed", "code", "total"),
    [
        ([RAN], "", 0, "7 passed, 0 failed"),
        ([RAN, MISSING], "", 0, "7 passed, 0 failed"),
        ([RAN, MISSING], "1", 1, "7 passed, 1 failed"),
        ([RAN, Outcome("browser", passed=1, failed=2)], "", 1, "8 passed, 2 failed"),
    ],
)
def test_the_close(outcomes, owed, code, total, monkeypatch, capsys):
    monkeypatch.setenv("REQUIRE_ALL", owed)
    assert (close(outcomes), capsys.readouterr().out.splitlines()[-1]) == (code, total)


def test_the_lines():
    assert [str(RAN), str(MISSING)] == [
        "SQLite      ran in 1.3 min: 7 passed, 0 failed, 2 skipped",
        "browser     did not run: no Chromium found (CHROMIUM names one)",
    ]


def test_a_report_is_counted(tmp_path: Path):
    report = tmp_path / "x.xml"
    report.write_text(
        '<testsuites><testsuite tests="9" failures="2" errors="1" skipped="3"/></testsuites>'
    )
    assert counts(report) == (3, 3, 3)


def test_no_report_counts_nothing(tmp_path: Path):
    assert counts(tmp_path / "none.xml") == (0, 0, 0)


def test_a_silent_server_is_told():
    assert server_answers("postgres://nobody@127.0.0.1:1/none") is False
