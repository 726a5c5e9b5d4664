"""Files that the command cannot read or write: refused before anything is entered."""

import pytest
from django.core.management import CommandError, call_command

from congress.organisations.models import Deputy
from tests.counties import sample_county
from tests.workbooks import workbook

pytestmark = pytest.mark.django_db
ROWS = [["石桥镇第十九届人大代表名册"], ["姓名", "手机"], ["万里程", "13800000001"]]


@pytest.fixture
def roster(tmp_path) -> str:
    sample_county()
    path = tmp_path / "名册.xlsx"
    path.write_bytes(workbook({"石桥镇": ROWS}).getvalue())
    return str(path)


def refused(*args: str) -> CommandError:
    with pytest.raises(CommandError) as error:
        call_command("import_deputies", *args)
    return error.value


@pytest.mark.parametrize("target", ["/proc/x.json", ".", "/no/such/folder/x.json", "x" * 300])
def test_a_report_that_cannot_be_written_is_refused_first(roster, target):
    error = refused(roster, "--report", target)
    assert (error.returncode, Deputy.objects.count()) == (2, 0)
    assert "报告不能写到" in str(error)


@pytest.mark.parametrize("path", ["/proc/self/mem", "x" * 300, "."])
def test_a_file_that_cannot_be_read_is_refused(roster, path, tmp_path):
    target = tmp_path / "out.json"
    error = refused(path, "--report", str(target))
    assert error.returncode == 2
    assert "文件" in str(error)
    assert not target.exists()


def test_an_earlier_report_is_replaced_only_by_a_new_one(roster, tmp_path):
    target = tmp_path / "out.json"
    target.write_text("earlier")
    refused("/no/such.xlsx", "--report", str(target))
    assert target.read_text() == "earlier"
    call_command("import_deputies", roster, "--report", str(target))
    assert target.read_text("utf-8").startswith("{")
