"""Names and remarks without what is never stored: sex, people, party, identity numbers."""

import re
import unicodedata

from congress.organisations.roster.phones import IDENTITY

PRIVATE_WORD = re.compile(
    r"[男女]性?|(汉|满|蒙古|回|藏|维吾尔|苗|彝|壮|布依|侗|瑶|白|土家|哈尼|傣|黎|畲|.{1,3})族(别|同志)?|少数民族"
    r"|中共(预备)?(党员)?|(预备|正式)?党员|非党员?|群众|共?青?团员|无党派(人士)?|民主党派|(民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)(会员|党员|盟员|社员)?"
)
BETWEEN_HAN = re.compile(
    r"(?<=[\u3400-\u9fff\U00020000-\U0003ffff])\s+(?=[\u3400-\u9fff\U00020000-\U0003ffff])"
)
IN_BRACKETS = re.compile(r"\(([^()]*)\)")


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
