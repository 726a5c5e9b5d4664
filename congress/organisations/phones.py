"""Phone numbers as people type them."""

import re
import unicodedata

MOBILE = re.compile(r"1[3-9]\d{9}")
LANDLINE = re.compile(r"(0\d{2,3})?[2-9]\d{6,7}")


def digits_of(text: str) -> str:
    """Full-width digits made plain; spaces, dashes and a leading +86 dropped."""
    plain = re.sub(r"[\s\-‐-―－()（）]", "", unicodedata.normalize("NFKC", text))
    return plain.removeprefix("+86") if len(plain) == 14 else plain


def masked(number: str) -> str:
    """138****1234: what is shown until somebody asks for the whole number."""
    if len(number) < 8:
        return "****"
    return f"{number[:3]}****{number[-4:]}"


def is_complete(number: str) -> bool:
    """Whether `number`, without spaces and dashes, is a mobile number or a landline."""
    return bool(MOBILE.fullmatch(number) or LANDLINE.fullmatch(number))
