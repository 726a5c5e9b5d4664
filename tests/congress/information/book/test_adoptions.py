"""What old books say about adoptions and instructions."""

import pytest

from congress.information.book.adoptions import BookAdoption, BookInstruction, read_outcome

DAILY = BookAdoption("county", "《每日要情》", "")


@pytest.mark.parametrize(
    ("text", "adoptions"),
    [
        ("县委办《每日要情》采用", [DAILY]),
        ("县委办《每日要情》", [DAILY]),
        ("《每日要情》（县委办）采用", [DAILY]),
        ("被县委《每日要情》单篇采用", [DAILY]),
        ("县人大网站采用", [BookAdoption("county", "县人大网站", "")]),
        ("市人大网采用", [BookAdoption("city", "市人大网", "")]),
        ("市《人大信息》第2期采用", [BookAdoption("city", "《人大信息》", "2")]),
        ("市《人大信息》（第十二期）采用", [BookAdoption("city", "《人大信息》", "12")]),
        ("省《人民之声》2025年第3期刊登", [BookAdoption("province", "《人民之声》", "3")]),
        ("全国人大网采用", [BookAdoption("national", "全国人大网", "")]),
        ("县级采用", [BookAdoption("county", "县级（未注明刊物）", "")]),
        (
            "县人大网站、市人大网采用",
            [BookAdoption("county", "县人大网站", ""), BookAdoption("city", "市人大网", "")],
        ),
        (
            "省《人民之声》采用\n县委办《每日要情》采用",
            [BookAdoption("province", "《人民之声》", ""), DAILY],
        ),
        (
            "县《人大工作动态》第20期采用;县《人大工作动态》第19期采用",
            [
                BookAdoption("county", "《人大工作动态》", "20"),
                BookAdoption("county", "《人大工作动态》", "19"),
            ],
        ),
        ("县委办《每日要情》采用；县委办《每日要情》采用", [DAILY]),
        ("县级未采用；县委办《每日要情》采用", [DAILY]),
    ],
)
def test_adoptions(text, adoptions):
    outcome = read_outcome(text)
    assert (outcome.adoptions, outcome.instructions, outcome.unread) == (tuple(adoptions), (), ())


@pytest.mark.parametrize("text", ["", "未采用", "无", "—", "未被采用", "县未采用"])
def test_nothing_adopted(text):
    assert read_outcome(text) == read_outcome("")


@pytest.mark.parametrize(
    ("text", "level", "leader"),
    [
        ("县委书记批示", "county", "县委书记"),
        ("常务副县长批示", "county", "常务副县长"),
        ("市人大常委会领导批示", "city", "市人大常委会领导"),
        ("获省委领导作出肯定性批示", "province", "省委领导"),
        ("县委常委、宣传部长批示", "county", "县委常委、宣传部长"),
        ("县委书记批示：请研究落实", "county", "县委书记"),
    ],
)
def test_instructions(text, level, leader):
    assert read_outcome(text).instructions == (BookInstruction(level, leader),)


@pytest.mark.parametrize(
    "text", ["已采用", "√", "新华社采用", "拟采用", "县人大网站未采用", "领导批示"]
)
def test_what_cannot_be_read_is_kept(text):
    outcome = read_outcome(text)
    assert (outcome.adoptions, outcome.instructions, outcome.unread) == ((), (), (text,))


def test_one_cell_with_everything():
    outcome = read_outcome("县委办《每日要情》采用；县委办《每日要情》采用，县委书记批示；待核")
    assert outcome.adoptions == (DAILY,)
    assert outcome.instructions == (BookInstruction("county", "县委书记"),)
    assert outcome.unread == ("待核",)
