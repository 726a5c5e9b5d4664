"""Identity numbers in texts: whoever hands them in, they are not kept."""

import re
import unicodedata

GAP = r"[\s\-‐-―－_.·]{0,3}"
BIRTHDAY = r"(?:0[1-9]|1[0-2]){gap}(?:0[1-9]|[12]\d|3[01])"
WHOLE = r"\d{17}[\dXx]|\d{15}"
# In groups as people type them: place, birthday, order. A mobile number and a landline side by
# side have as many digits, but no birthday where one belongs.
GROUPED = (
    rf"[1-9]\d{{5}}{GAP}(?:18|19|20)\d\d{GAP}{BIRTHDAY.format(gap=GAP)}{GAP}\d{{3}}{GAP}[\dXx]"
    rf"|[1-9]\d{{5}}{GAP}\d\d{BIRTHDAY.format(gap='')}{GAP}\d{{3}}"
)
MASKED = r"[1-9]\d{5,13}[*×]{2,}[\dXx]{0,4}"
IDENTITY = re.compile(rf"(?<!\d)(?:{WHOLE}|{GROUPED}|{MASKED})(?![\dXx])")
APART = re.compile(rf"(?<!\d)(?:\d{GAP}){{17}}[\dXx](?![\dXx])")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"


def without_identity(text: str) -> str:
    """Without what is an identity number, also in full width and with gaps anywhere. The rest
    stays as it was written."""
    plain = _half_width(text)
    spans = [found.span() for found in IDENTITY.finditer(plain)]
    spans += [found.span() for found in APART.finditer(plain) if _adds_up(found[0])]
    kept = list(text)
    for start, end in spans:
        kept[start:end] = [""] * (end - start)
    return "".join(kept)


def _half_width(text: str) -> str:
    """Character by character, so that places stay the same."""
    plain = (unicodedata.normalize("NFKC", character) for character in text)
    return "".join(new if len(new) == 1 else old for old, new in zip(text, plain, strict=True))


def _adds_up(number: str) -> bool:
    digits = re.sub(r"[^\dXx]", "", number)
    total = sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS, strict=False))
    return CHECKS[total % 11] == digits[-1].upper()
