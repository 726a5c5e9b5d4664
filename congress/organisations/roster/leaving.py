"""What remarks say about deputies who have left."""

import re
import unicodedata

from congress.organisations.roster.words import NEW

DAY = r"(?:于|自)?(?:\d{2,4}年|\d{4}[./-])?(?:\d{1,2}(?:月份?|[./-]))?(?:\d{1,2}[日号]?)?(?:起|时)?"
WHO = r"(?:该|本)(?:代表|同志|人)|代表|同志"
WHY = (
    r"因(?:工作|身体|健康|个人|病|故|年龄|家庭|岗位|职务|组织|意外|车祸|公|违纪|违法|事故|伤)[^由后]{0,8}?"
    r"|工作(?:变动|调动|需要)?|病"
)
ALREADY = r"已经?|现已?|刚刚?|被|申请|自愿|请求|提出|从[本我][县乡镇]"
GONE = (
    r"(?:调离|调出|调走|调任|调往|调至|调到|辞职|辞去|离任|离职|去世|亡故|身故|病故|病逝|逝世|死亡|罢免|迁出|迁离|迁走|落选"
    r"|已故|已调|(?:代表)?资格(?:已被|已|被)?终止|终止(?:其)?(?:代表)?资格|撤职)"
)
PLACE = r"(?:(?!来|任职|任教|回|申请|未|登记)[^后从由])"
MENTIONED = re.compile(GONE)
LEFT = re.compile(rf"{DAY}(?:(?:{WHO}|{WHY}|{ALREADY}){DAY}){{0,5}}{GONE}{PLACE}{{0,16}}")
SOMEBODY_ELSE = re.compile(
    r"由其|由该|由本|接替|接任的|替补|^(?:系|为|是)?(?:原|前任?)(?!因|工作)|其(?:父|母|夫|妻|子|女|丈夫|爱人|前任)"
)
PART = re.compile(r"[,，、;；。.!|\n\r]|\s{1,}")
LABEL = re.compile(r"^(?:备注|说明|变动(?:情况|原因)?|状态|任职状态|情况|原因)[:：]?")
BESIDE_NAME = re.compile(r"([^()]+)\(([^()]+)\)")


def has_left(remarks: str, name: str = "") -> bool:
    """A whole part of the remarks says that the person of the row has left. What is said about a
    predecessor, or about where somebody came from, says nothing about the person."""
    plain = unicodedata.normalize("NFKC", remarks)
    if SOMEBODY_ELSE.search(plain):
        return False
    return any(_says_left(part, name) for part in PART.split(plain))


def name_and_remark(text: str) -> tuple[str, str]:
    """张三（已调离） is 张三 and a remark."""
    found = BESIDE_NAME.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if found and (has_left(found[2]) or NEW.match(found[2])):
        return found[1], found[2]
    return text, ""


def mentions_leaving(remarks: str) -> bool:
    """Of whomever, and whether or not it has happened."""
    return bool(MENTIONED.search(unicodedata.normalize("NFKC", remarks)))


def _says_left(part: str, name: str) -> bool:
    """Words in brackets belong to those before them: 接替王五(已调离) is about 王五."""
    bare = part.strip("()[]【】 ")
    words = re.sub(r"[(\[【].*", "", bare) or bare
    words = LABEL.sub("", words)
    return bool(LEFT.fullmatch(words.removeprefix(name) if name else words))
