"""`manage.py due_date`: its answer, its refusals, the county's own calendar."""

import json
import os
import subprocess
import sys
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from congress.organisations.roles import COUNTY_ADMIN
from congress.workdays import actions
from tests.factories.information import actor_of
from tests.factories.workdays import CalendarDayFactory
from tests.house.tree import BASE_DIR


def answer(*arguments: str) -> str:
    out = StringIO()
    call_command("due_date", *arguments, stdout=out)
    return out.getvalue()


def test_the_answer_has_these_keys_and_no_other(db):
    told = answer("--event", "reply", "--start", "2026-01-31", "--rules", "national")
    assert "到期日：2026年4月30日（星期四）" in told
    found = json.loads(answer("--event", "reply", "--start", "2026-01-31", "--format", "json"))
    assert found == {
        "due": "2026-04-30",
        "start": "2026-01-31",
        "rules": "national",
        "event": "reply",
        "length": 3,
        "unit": "calendar_months",
        "article": "第51条第2款",
        "skipped": [],
        "extended": False,
        "estimated": False,
    }


def test_the_text_names_every_day_that_does_not_count(db):
    told = answer("--event", "return", "--start", "2026-09-29", "--rules", "qingdao")
    assert told.splitlines()[-9:] == [
        "不计入的日子：8天",
        "  2026年10月1日（星期四） 国庆节",
        "  2026年10月2日（星期五） 国庆节",
        "  2026年10月3日（星期六） 国庆节",
        "  2026年10月4日（星期日） 周末",
        "  2026年10月5日（星期一） 国庆节",
        "  2026年10月6日（星期二） 调休",
        "  2026年10月7日（星期三） 调休",
        "  2026年10月11日（星期日） 周末",
    ]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--event", "notify", "--start", "2026-01-31"), "没有规定："),
        (("--event", "reply", "--start", "2026-02-30"), "没有2026-02-30这一天"),
        (("--event", "reply", "--start", "soon"), "没有soon这一天"),
        (("--event", "answer", "--start", "2026-01-31"), "--event"),
        (("--event", "reply", "--start", "2026-01-31", "--rules", "guangxi"), "--rules"),
        (("--event", "reply"), "--start"),
        (("--event", "reply", "--start", "2026-01-31", "--county", "无名县"), "还没有县"),
        (
            ("--event", "notify", "--start", "2026-01-31", "--rules", "zhejiang", "--extended"),
            "可以延长",
        ),
    ],
)
def test_what_is_refused_says_why(arguments, sentence, db):
    with pytest.raises(CommandError) as caught:
        answer(*arguments)
    assert caught.value.returncode == 2
    assert sentence in str(caught.value)


def test_from_the_shell_a_refusal_is_exit_2_on_standard_error(tmp_path):
    own = os.environ | {
        "DATABASE_URL": f"sqlite:///{tmp_path / 'new.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
    }

    def manage(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.run(command, cwd=BASE_DIR, env=own, capture_output=True, text=True)

    assert manage("due_date", "--event", "reply", "--start", "2026-01-31").returncode == 2
    assert manage("migrate", "-v0").returncode == 0
    found = manage("due_date", "--event", "reply", "--start", "2026-01-31", "--format", "json")
    assert (found.returncode, json.loads(found.stdout)["due"]) == (0, "2026-04-30")
    refused = manage("due_date", "--event", "notify", "--start", "2026-01-31")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "没有规定：" in refused.stderr


def test_a_county_is_asked_for_its_own_days_and_rules(world):
    CalendarDayFactory(county=world.county, day=date(2026, 10, 8))
    by = actor_of(COUNTY_ADMIN, world.county)
    actions.choose_rules(world.county, rules="qingdao", by=by, at=world.at)
    told = ["--event", "return", "--start", "2026-09-29", "--format", "json"]
    due = {
        county: json.loads(answer(*told, "--county", county, *more))["due"]
        for county, more in (("云岭县", []), ("临溪县", ["--rules", "qingdao"]))
    }
    assert due == {"云岭县": "2026-10-13", "临溪县": "2026-10-12"}
    assert json.loads(answer(*told, "--rules", "qingdao"))["due"] == "2026-10-12"
