"""Commands refuse in the office's language: arguments, and a database that is not ready."""

import subprocess
import sys
from pathlib import Path

import pytest

BASE_DIR = Path(__file__).resolve().parents[3]


def answer(*arguments: str, database: str = "sqlite://:memory:") -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=BASE_DIR,
        env={"DATABASE_URL": database, "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--year", "abc"), "--year 应填整数，不能是“abc”。"),
        ((), "请补上 --year。"),
        (("--year", "2026", "--month", "3", "--half", "1"), "--half 和 --month 只能写一个。"),
        (("--year", "2026", "--form"), "--format 后面要写内容。"),
        (("--year", "2026", "--foo"), "这条命令没有 --foo。"),
    ],
)
def test_arguments(arguments: tuple[str, ...], sentence: str):
    assert answer("count", *arguments) == (2, "", f"{sentence}\n")


@pytest.mark.parametrize(
    ("database", "sentence"),
    [
        ("sqlite://:memory:", "数据库里还没有表，请先执行 manage.py migrate。"),
        ("postgres://nobody@127.0.0.1:1/none", "连接不上数据库，请检查 DATABASE_URL。"),
    ],
)
def test_a_database_that_is_not_ready(database: str, sentence: str):
    code, out, told = answer("count", "--year", "2026", database=database)
    assert (code, out) == (2, "")
    assert told.strip().endswith(sentence)
