"""Names and remarks without what is never stored: sex, birth, people, party, identity numbers."""

import re
import unicodedata

from congress.files.identity import without_identity

NUMBER = r"[\d〇零○一二三四五六七八九十]"
DAY = (
    rf"{NUMBER}{{2,4}}(?:年|[./-])?(?:{NUMBER}{{1,3}}(?:月份?|[./-])?)?(?:{NUMBER}{{1,3}}[日号]?)?"
)
SEX = r"(?:性别:?)?[男女](?:性|士|同志|代表|方)?|性别"
BIRTH = (
    rf"(?:出生(?:年月日?|日期|时间|于)?|生日|生于|年龄|现年|时年):?(?:{DAY}|{NUMBER}{{1,3}}周?岁)?"
    rf"|{DAY}(?:出?生|生人|出生人)(?:于.{{2,8}})?|19\d\d(?:年|[./-])\d{{1,2}}(?:月|[./-])?(?:\d{{1,2}}日?)?|{NUMBER}{{1,3}}周?岁|{NUMBER}{{2}}后"
)
PEOPLE = (
    r"(?:民族|族别):?(?:汉|满|蒙古|回|藏|维吾尔|苗|彝|壮|布依|侗|瑶|白|土家|哈尼|傣|黎|畲)?"
    r"|少数民族(?:代表)?|.{1,3}族(?:别|同志|代表|人)?"
)
PARTY_NAME = (
    r"中国共产党(?:预备)?(?:党员)?|中共(?:正式|预备)?(?:党员)?|共产党员|(?:预备|正式)?党员|预备|非?中共(?:党员)?"
    r"|非党员?|党外(?:人士)?|群众|(?:中国)?共?青?团员|共产主义青年团员|无党派(?:人士)?|民主党派"
    r"|(?:民革|民盟|民建|民进|农工党?|致公党?|九三(?:学社)?|台盟)(?:会员|党员|盟员|社员|成员)?"
)
PARTY = (
    rf"(?:政治面貌|党派|面貌):?(?:{PARTY_NAME})?|(?:{PARTY_NAME})(?:代表|身份|同志)?"
    rf"|(?:{DAY})?(?:加入(?:中国共产党|中共)|入党)(?:时间|日期)?:?(?:{DAY})?"
)
IDENTITY_WORDS = r"(?:居民|公民)?身份证(?:件)?(?:号码?)?:?|证件号码?:?|公民身份号码:?"
PRIVATE = re.compile(rf"(?:[系为是])?(?:{SEX}|{BIRTH}|{PEOPLE}|{PARTY}|{IDENTITY_WORDS})+")
SEX_BEFORE = re.compile(
    r"^[男女](?=(?:干部|委员|村民|居民|职工|教师|医生|村医|企业家|农民|工人|律师|党支书|村支书)$)"
)

LONGEST = 30

LABEL = re.compile(
    r"(性别|出生(?:年月日?|日期|时间)?|生日|年龄|民族|族别|政治面貌|党派|入党(?:时间|日期)?|身份证(?:号码?)?)"
    r"\s*[:：]?\s*"
)
OPENING, CLOSING = "(（[［【〔", ")）]］】〕"
IN_BRACKETS = re.compile(
    rf"([{re.escape(OPENING)}])([^{re.escape(OPENING + CLOSING)}]*)[{re.escape(CLOSING)}]"
)
LONE_BRACKET = re.compile(rf"[{re.escape(OPENING + CLOSING)}]")
APART = re.compile(r"[、,，;；。/|\s]+")
HELD = re.compile(r"[\ue000-\uf8ff]")
FIRST_HELD, MOST_HELD = 0xE000, 6_400
BETWEEN_HAN = re.compile(
    r"(?<=[\u3400-\u9fff\U00020000-\U0003ffff])\s+(?=[\u3400-\u9fff\U00020000-\U0003ffff])"
)


def person_name(text: str) -> str:
    """刘 涛 is 刘涛; what stands beside the name of sex, people or party is dropped."""
    plain = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", without_identity(text))).strip()
    words = plain.split(" ")
    while len(words) > 1 and 1 < len(words[-1]) < LONGEST and PRIVATE.fullmatch(words[-1]):
        words.pop()
        if len(words) > 1 and words[-1] in "男女":
            words.pop()
    name = BETWEEN_HAN.sub("", " ".join(words))
    return without_private(name).replace("•", "·").replace("・", "·").strip()


def without_private(text: str) -> str:
    """Without identity numbers and without the parts, between signs and in brackets, that say sex,
    birth, people or party. No empty brackets and no doubled signs are left."""
    plain = HELD.sub("", LABEL.sub(_label, without_identity(text)))
    held: list[tuple[str, str]] = []

    def hold(found: re.Match[str]) -> str:
        inside = _kept(found[2], held)
        if not inside or len(held) == MOST_HELD:
            return ""
        held.append((found[1], inside))
        return chr(FIRST_HELD + len(held) - 1)

    while IN_BRACKETS.search(plain):
        plain = IN_BRACKETS.sub(hold, plain)
    return _shown(_kept(LONE_BRACKET.sub("，", plain), held), held)


def _label(found: re.Match[str]) -> str:
    return f"{found[1]}:" if ":" in found[0] or "：" in found[0] else found[1]


def _kept(text: str, held: list[tuple[str, str]]) -> str:
    """The parts of a text that may be kept, each after the sign that stood before it."""
    kept = ""
    place, sign = 0, ""
    for found in [*APART.finditer(text), None]:
        part = _part(text[place : found.start() if found else len(text)], held)
        if part:
            kept += (sign if kept else "") + part
        if found is None:
            break
        place, sign = found.end(), found[0].strip()[:1] or " "
    return f"{kept}。" if kept and text.rstrip().endswith("。") else kept


def _part(part: str, held: list[tuple[str, str]]) -> str:
    """Of 女（村医） the words in the brackets are left."""
    words = unicodedata.normalize("NFKC", HELD.sub("", part)).strip()
    if not words or len(words) > LONGEST or not PRIVATE.fullmatch(words):
        return SEX_BEFORE.sub("", part.strip(":：-"))
    return "，".join(held[ord(mark) - FIRST_HELD][1] for mark in HELD.findall(part))


def _shown(text: str, held: list[tuple[str, str]]) -> str:
    def show(found: re.Match[str]) -> str:
        opening, inside = held[ord(found[0]) - FIRST_HELD]
        return f"{opening}{_shown(inside, held)}{CLOSING[OPENING.index(opening)]}"

    return HELD.sub(show, text)
