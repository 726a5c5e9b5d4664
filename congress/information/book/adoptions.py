"""What a cell of an old book says about adoptions and instructions."""

import re
import unicodedata
from dataclasses import dataclass

from congress.information.book.issues import ALONE, ISSUES, issues_in, without_issues

COUNTY = "county"
CITY = "city"
PROVINCE = "province"
NATIONAL = "national"

NOTHING = frozenset(
    {
        "",
        "无",
        "否",
        "未采用",
        "未录用",
        "未采纳",
        "未刊用",
        "没有",
        "不采用",
        "留存",
        "-",
        "/",
        "—",
        "——",
        "×",
    }
)
APART = re.compile(r"[;,，、。|\n\r+]|(?:并|且|同时)(?=[县区市省全国])")
USED = re.compile(
    r"(?:被|在|获|由)?(.*?)(?:单篇|综合|专题|专期|头条|全文|摘要)?(?:已)?(?:采用|录用|刊用|采纳|刊发|刊登|登载|转发|采编|发表)(?:\d+[次篇条])?$"
)
NAMED = re.compile(r"《([^《》]+)》")
INSTRUCTED = re.compile(
    r"^(?:并)?(?:获|得到|有|被|经)?(.*?)(?:同志)?(?:(?:作出|作了|做出|给予|予以)?(?:肯定性?|重要)?批示|签批|圈阅批示|肯定)(.*)$"
)
LEVELS = (
    (NATIONAL, re.compile(r"全国|国家|中央|国务院|中办|国办")),
    (PROVINCE, re.compile(r"省|自治区|直辖市")),
    (CITY, re.compile(r"(?<!县级)市|自治州|地区|盟")),
    (COUNTY, re.compile(r"县|区|旗")),
)
REFUSED = re.compile(
    r"[全国省市县区级]*(?:均|都)?(?:未|不予?|暂未|没有)(?:被|获)?(?:采用|录用|采纳|刊用|刊发|刊登)"
)
NOT_YET = re.compile(r"[未拟待]|不(?:予|被)?[采录刊]|暂")
MEDIUM = re.compile(
    r"(网站?|公众号|微信|平台|杂志|日报|报|刊|刊物|简报|专报|信息|动态|要情|快报|内参|客户端|APP)$"
)
POST = re.compile(r"(书记|主任|常委|县长|市长|省长|区长|部长|领导|主席|秘书长)$")
BARE_LEVEL = re.compile(r"(全国|国家|省|市|县|区)(?:级|里)?")


@dataclass(frozen=True)
class BookAdoption:
    """`publication` is a title with its 《》, whoever issues it, or else the words themselves
    (县人大网站); `issue` is the bare number, "" where there is none."""

    level: str
    publication: str
    issue: str


@dataclass(frozen=True)
class BookInstruction:
    level: str
    leader: str


@dataclass(frozen=True)
class Outcome:
    """`unread` are the parts that cannot be read, as written."""

    adoptions: tuple[BookAdoption, ...] = ()
    instructions: tuple[BookInstruction, ...] = ()
    unread: tuple[str, ...] = ()


def read_outcome(text: str) -> Outcome:
    """Every adoption and instruction of a cell, each once, in their order."""
    adoptions: dict[BookAdoption, None] = {}
    instructions: dict[BookInstruction, None] = {}
    unread: dict[str, None] = {}
    last: BookAdoption | None = None
    for part in _parts(text):
        instruction = _instruction(part)
        found = () if instruction else _adoptions(part, last)
        if instruction:
            instructions[instruction] = None
        elif found:
            adoptions |= dict.fromkeys(found)
            last = found[-1]
        else:
            unread[part] = None
    return Outcome(tuple(adoptions), tuple(instructions), tuple(unread))


def level_in(text: str) -> str | None:
    """The level of the words: the highest that is named."""
    return next((level for level, pattern in LEVELS if pattern.search(text)), None)


def _parts(text: str) -> list[str]:
    """What is parted by signs and lines; titles in 《》 and the posts of one leader stay whole."""
    plain = unicodedata.normalize("NFKC", text)
    held = ISSUES.sub(_hold, NAMED.sub(_hold, plain))
    parts: list[str] = []
    for piece in APART.split(held):
        part = re.sub(r"\s+", "", piece).replace("\0", ",").replace("\1", "、").strip(".:")
        if parts and POST.search(parts[-1]) and "批示" in part:
            parts[-1] += f"、{part}"
        elif part not in NOTHING and not REFUSED.fullmatch(part):
            parts.append(part)
    return parts


def _hold(found: re.Match[str]) -> str:
    return found[0].replace(",", "\0").replace("、", "\1")


def _instruction(part: str) -> BookInstruction | None:
    found = INSTRUCTED.match(part)
    if not found or "《" in found[1]:
        return None
    leader = found[1].removesuffix("分别")
    level = level_in(leader)
    return BookInstruction(level, leader) if level else None


def _adoptions(part: str, last: BookAdoption | None) -> tuple[BookAdoption, ...]:
    """One for each issue that is named; none where the words or the issues cannot be read.
    第5期采用 after 县《每日要情》第3期采用 is of the same publication."""
    bare = without_issues(part)
    if NOT_YET.search(NAMED.sub("", bare)):
        return ()
    used, named = USED.fullmatch(bare), NAMED.search(bare)
    words = (used[1] if used else bare).strip("()[]:")
    level = level_in(NAMED.sub("", words))
    if level and (used or named or MEDIUM.search(bare)):
        publication = _publication(words, named)
    elif last and ALONE.fullmatch(part):
        level, publication = last.level, last.publication
    else:
        return ()
    issues = issues_in(NAMED.sub("", part))
    return tuple(BookAdoption(level, publication, issue) for issue in issues)


def _publication(words: str, named: re.Match[str] | None) -> str:
    if named:
        return named[0]
    bare = BARE_LEVEL.fullmatch(words)
    return f"{bare[1]}级（未注明刊物）" if bare else words
