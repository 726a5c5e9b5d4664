"""manage.py import_deputies"""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from congress.organisations.models import Deputy, Organisation, User
from tests.counties import sample_county
from tests.workbooks import BOOK, ROSTER, workbook

pytestmark = pytest.mark.django_db


def run(*args: str) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("import_deputies", *args, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def refused(*args: str) -> CommandError:
    with pytest.raises(CommandError) as error:
        run(*args)
    return error.value


def test_the_totals_are_the_answer_and_notes_are_warnings():
    sample_county()
    out, err = run(str(ROSTER))
    assert out == (
        "代表花名册.xlsx已导入：共659行，新增644行，与前行合并8行，已有0行，未导入7行。\n"
    )
    assert "届次待核：云岭县第19届" in err
    assert User.objects.count() == 644


def test_the_report_has_its_fixed_shape(tmp_path):
    sample_county()
    target = tmp_path / "out.json"
    run(str(ROSTER), "--dry-run", "--report", str(target))
    report = json.loads(target.read_text("utf-8"))
    assert list(report) == [
        "file", "rows", "created", "merged", "unchanged", "refused", "lines",
    ]  # fmt: skip
    assert report["file"] == ROSTER.name
    assert report["rows"] == len(report["lines"]) == 659
    for fate in ("created", "merged", "unchanged", "refused"):
        assert report[fate] == sum(line["fate"] == fate for line in report["lines"])
    assert {tuple(line) for line in report["lines"]} == {("sheet", "row", "fate", "reason")}
    assert all(line["reason"] for line in report["lines"] if line["fate"] == "refused")
    assert Deputy.objects.count() == 0


def test_the_report_may_be_the_answer():
    sample_county()
    out, _err = run(str(ROSTER), "--dry-run", "--report", "-")
    assert json.loads(out)["rows"] == 659


def test_a_refused_file_gives_code_2_and_its_sentence(tmp_path):
    sample_county()
    path = tmp_path / "名册.xlsx"
    path.write_bytes(b"name,phone")
    error = refused(str(path))
    assert (error.returncode, str(error)) == (
        2,
        "这不是Excel文件（.xlsx），请打开后另存为.xlsx格式，再重新选择。",
    )
    assert refused(str(BOOK)).returncode == 2
    assert refused(str(tmp_path / "无.xlsx")).returncode == 2


def test_a_file_whose_rows_are_all_refused_was_read(tmp_path):
    sample_county()
    path = tmp_path / "红旗镇.xlsx"
    path.write_bytes(workbook({"红旗镇": [["姓名", "手机"], ["甲", "1"]]}).getvalue())
    out, _err = run(str(path))
    assert "未导入1行" in out


def test_a_report_that_cannot_be_written_stops_before_anything_is(tmp_path):
    sample_county()
    error = refused(str(ROSTER), "--report", str(tmp_path / "无" / "out.json"))
    assert (error.returncode, User.objects.count()) == (2, 0)


def test_several_counties_have_to_be_told_apart():
    sample_county()
    Organisation.objects.create(name="临溪县", kind="county")
    assert refused(str(ROSTER)).returncode == 2
    out, _err = run(str(ROSTER), "--county", "临溪县")
    assert "未导入659行" in out
