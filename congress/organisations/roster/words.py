"""What single cells and titles of a roster say."""

import re
import unicodedata

from congress.organisations.roster.phones import IDENTITY

COUNTY = "county"
TOWNSHIP = "township"
CITY = "city"
HIGHER = "higher"

NUMERALS = {numeral: value for value, numeral in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
}
TERM = re.compile(r"第([零〇○一二三四五六七八九十百\d]{1,5})届")
LEFT = re.compile(
    r"(?<![拟未将])(调离|调出|调走|已调|辞职|辞去|去世|已故|病故|逝世|死亡|罢免|迁出|(代表)?资格终止|终止(代表)?资格)"
)
NEW = re.compile(r"补选|增选")
VACANT = re.compile(r"空缺|缺额|待补选|暂缺|待定|空")
PRIVATE_WORD = re.compile(
    r"[男女]性?|(汉|满|蒙古|回|藏|维吾尔|苗|彝|壮|布依|侗|瑶|白|土家|哈尼|傣|黎|畲|.{1,3})族(别|同志)?|少数民族"
    r"|中共(预备)?(党员)?|(预备|正式)?党员|非党员?|群众|共?青?团员|无党派(人士)?|民主党派|(民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)(会员|党员|盟员|社员)?"
)
BETWEEN_HAN = re.compile(
    r"(?<=[\u3400-\u9fff\U00020000-\U0003ffff])\s+(?=[\u3400-\u9fff\U00020000-\U0003ffff])"
)
IN_BRACKETS = re.compile(r"\(([^()]*)\)")


def number_of(numeral: str) -> int:
    """十九 and 19 are 19. Raises `ValueError` for what is no number below 1000."""
    if numeral.isdigit():
        return int(numeral)
    total, digit = 0, 0
    for character in numeral:
        if character in "十百":
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        elif character in NUMERALS:
            digit = digit * 10 + NUMERALS[character]
        else:
            raise ValueError(numeral)
    return total + digit


def term_in(text: str) -> int | None:
    """The number of the term that a title names, from 1 to 99."""
    found = TERM.search(re.sub(r"\s", "", unicodedata.normalize("NFKC", text)))
    if not found:
        return None
    try:
        number = number_of(found[1])
    except ValueError:
        return None
    return number if 0 < number < 100 else None


def levels_in(text: str) -> frozenset[str]:
    """县、乡镇 is both. What is above the county is named too, so that nobody loses it unseen."""
    plain = unicodedata.normalize("NFKC", text)
    found = {
        COUNTY: re.search(r"[县区旗]", plain.replace("自治区", "")),
        TOWNSHIP: re.search(r"[乡镇]", plain),
        CITY: "市" in plain,
        HIGHER: re.search(r"省|自治区|直辖市|全国|国家", plain),
    }
    return frozenset(level for level, said in found.items() if said)


def person_name(text: str) -> str:
    """刘 涛 is 刘涛; what brackets say of sex, people or party is dropped."""
    plain = BETWEEN_HAN.sub("", re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip())
    return IN_BRACKETS.sub(_bracket, plain).replace("•", "·").replace("・", "·").strip()


def _bracket(found: re.Match[str]) -> str:
    words = [word.strip() for word in re.split(r"[,，、;\s]", found[1]) if word.strip()]
    return "" if all(PRIVATE_WORD.fullmatch(word) for word in words) else found[0]


def without_private(text: str) -> str:
    """Without identity numbers and without words on sex, people and party that stand alone."""
    parts = re.split(r"([、,，;；/\s]+)", IDENTITY.sub("", text))
    kept = ["" if PRIVATE_WORD.fullmatch(part) else part for part in parts]
    return re.sub(r"\s+", " ", "".join(kept)).strip(" 、,，;；/")


def place_name(text: str, noun: str) -> str:
    """第１选区 is 第1选区; a bare 3 is 第3选区."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    return f"第{plain}{noun}" if plain.isdigit() else plain
