"""Numbers as Chinese titles and days write them."""

NUMERALS = {numeral: value for value, numeral in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
}


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
