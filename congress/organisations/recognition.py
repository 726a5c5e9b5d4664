"""Organisations as people write them: 石桥, 石桥镇, 石桥镇人大, 城东街, 云岭县石桥镇人大主席团."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from congress.organisations.models import Organisation
from congress.organisations.names import short_form, short_name_of

BODIES = re.compile(
    r"(人民代表大会|人大)?(主席团|常务?委员?会|常委会|工作委员会|工委|办公室|办|代表团|联络[站处室])*$"
)
OFFICES = re.compile(r"(人大|党委|党工委|人民政府|政府|办事处|代表团|党政办公室|党政办|选区)+$")
PEOPLES = re.compile(
    r"(?<=.{2})((土家|哈尼|哈萨克|傈僳|拉祜|纳西|景颇|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|仫佬|达斡尔|朝鲜|布依|[\u4e00-\u9fff])族)+(?=乡$)"
)
TOWNSHIP = re.compile(
    r"(?:^|[^\u4e00-\u9fff]|[县市区州省])([\u4e00-\u9fff]{2,9}?(?:(?<!乡)镇(?!街)|(?<!镇)乡(?!镇)|街道))"
)
ENDED = re.compile(r"[镇乡县]$|街道$|办事处$")
BEFORE = r"(?:^|(?<=[^\u4e00-\u9fff])|(?<=[县市区州省盟旗年月日届的在位共于各]))"
AFTER = r"(?=$|[^\u4e00-\u9fff]|[人代第选各的])"


def township_in(text: str) -> str | None:
    """What reads like the name of a township or sub-district, known or not."""
    found = TOWNSHIP.search(_plain(text))
    return found[1] if found else None


def _stands_in(name: str, text: str) -> bool:
    """Not as a part of a longer name: 石桥 does not stand in 石桥铺镇, nor in 新石桥镇."""
    after = "" if ENDED.search(name) else AFTER
    return name in text and bool(re.search(BEFORE + re.escape(name) + after, text))


def _plain(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


class Recognition:
    """Knows the names of some organisations and finds the one that a text means."""

    def __init__(self, county: Organisation, organisations: Iterable[Organisation]) -> None:
        self.county_names = frozenset(_names_of(county))
        self.by_name: dict[str, set[Organisation]] = defaultdict(set)
        for organisation in organisations:
            for name in _names_of(organisation):
                self.by_name[name].add(organisation)

    def meant_by(self, text: str) -> Organisation | None:
        """The organisation whose name, long, short or cut off at the end, the whole text is.
        None where there is none, and where there are several."""
        for form in self._forms(_plain(text)):
            found = self.by_name.get(form) or self._cut_off(form)
            if found:
                return next(iter(found)) if len(found) == 1 else None
        return None

    def named_in(self, text: str) -> Organisation | None:
        """The organisation whose name stands longest in a title; the county is not looked for.
        None where two are as long, and where the name is but a part of another one."""
        plain = _plain(text)
        held = {
            name: organisations
            for name, organisations in self.by_name.items()
            if name not in self.county_names and _stands_in(name, plain)
        }
        longest = max(map(len, held), default=0)
        found = {each for name in held if len(name) == longest for each in held[name]}
        return next(iter(found)) if len(found) == 1 else None

    def names_county(self, text: str) -> bool:
        """The county is named, and no township, known or unknown, beside it."""
        plain = _plain(text)
        named = any(name in plain for name in self.county_names if len(name) > 1)
        return named and not township_in(text)

    def _forms(self, plain: str) -> list[str]:
        forms = [plain]
        for prefix in sorted(self.county_names, key=len, reverse=True):
            if plain.startswith(prefix) and len(plain) > len(prefix):
                forms += [plain.removeprefix(prefix)]
        forms += [OFFICES.sub("", BODIES.sub("", form)) for form in list(forms)]
        return [form for form in dict.fromkeys(forms) if form]

    def _cut_off(self, form: str) -> set[Organisation]:
        """城东街 for 城东街道: more than the short name, less than the name."""
        return {
            organisation
            for name, organisations in self.by_name.items()
            for organisation in organisations
            if name.startswith(form) and form.startswith(short_form(name)) and form != name
        }


def _names_of(organisation: Organisation) -> set[str]:
    name = _plain(organisation.name)
    names = {name, name.removesuffix("办事处"), PEOPLES.sub("", name)}
    return names | {short_form(each) for each in names} | {_plain(short_name_of(organisation))}
