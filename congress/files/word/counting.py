"""Numbers as the lists of Word write them."""

DIGITS = "零一二三四五六七八九"
CHINESE = {
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
    "ideographTraditional",
    "ideographDigital",
}
ROMAN = {1000: "M", 900: "CM", 500: "D", 400: "CD", 100: "C", 90: "XC", 50: "L", 40: "XL", 10: "X"}
ROMAN |= {9: "IX", 5: "V", 4: "IV", 1: "I"}
CIRCLED = 0x2460
FULL_WIDTH = 0xFF10 - ord("0")


def written(number: int, form: str) -> str:
    """12 as 十二, xii, l, ⑫ or 12."""
    if form in CHINESE:
        return chinese(number)
    if form in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman"):
        return roman(number) if form == "upperRoman" else roman(number).lower()
    if form.startswith("decimalEnclosedCircle") and 1 <= number <= 20:
        return chr(CIRCLED + number - 1)
    if form == "decimalFullWidth":
        return "".join(chr(ord(digit) + FULL_WIDTH) for digit in str(number))
    return str(number)


def chinese(number: int) -> str:
    """Up to 99; beyond, the digits one by one."""
    if number > 99:
        return "".join(DIGITS[int(digit)] for digit in str(number))
    tens, ones = divmod(number, 10)
    if not tens:
        return DIGITS[ones]
    return ("" if tens == 1 else DIGITS[tens]) + "十" + (DIGITS[ones] if ones else "")


def roman(number: int) -> str:
    text = ""
    for value, letters in ROMAN.items():
        text += letters * (min(number, 4000) // value)
        number %= value
    return text
