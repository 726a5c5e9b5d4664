"""What single cells and titles of a roster say."""

import re
import unicodedata

from congress.files.numerals import number_of

COUNTY = "county"
TOWNSHIP = "township"
CITY = "city"
HIGHER = "higher"

TERM = re.compile(r"第([零〇○一二三四五六七八九十百\d]{1,5})届")
NEW = re.compile(r"补选|增选")
VACANT = re.compile(r"空缺|缺额|待补选|暂缺|待定|空")


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


def place_name(text: str, noun: str) -> str:
    """第１选区 is 第1选区; a bare 3 is 第3选区."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    return f"第{plain}{noun}" if plain.isdigit() else plain
