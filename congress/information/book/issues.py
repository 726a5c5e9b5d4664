"""Numbers of issues as old books write them, one and several."""

import re

from congress.files.numerals import number_of

NUMBER = r"[\d〇零一二三四五六七八九十百]+"
# 第3、4期; 第3期、第5期; 3期和4期; 第3-5期
ISSUES = re.compile(
    rf"(?:\d{{4}}年)?(?:第?{NUMBER}\s*期?\s*(?:[,、/和与及至到~-]|以及)\s*)+第?{NUMBER}\s*期"
)
ISSUE = re.compile(rf"\(?(?:\d{{4}}年)?第?({NUMBER})期\)?|\(?总第(\d+)期\)?")
ALONE = re.compile(
    rf"(?:在|于)?(?:{ISSUES.pattern}|{ISSUE.pattern})(?:上)?(?:已)?(?:采用|录用|刊用|采纳|刊发|刊登)?"
)
APART = re.compile(r"以及|[,、/和与及]")
RANGE_OR_ONE = re.compile(rf"({NUMBER})(?:\s*期?\s*[至到~-]\s*第?({NUMBER}))?")
YEAR = re.compile(r"^\d{4}年")
TOGETHER = re.compile(r"合刊|合期|合订本?")
MOST = 24


def issue_in(text: str) -> str:
    """The bare number of the one issue named, "" where there is none."""
    found = ISSUE.search(text)
    return str(number_of(found[1] or found[2])) if found else ""


def issues_in(text: str) -> list[str]:
    """第3、5-7期 is 3, 5, 6 and 7, 第3-4期合刊 is 3-4. Nothing where several are named and an end
    comes before its beginning."""
    several = ISSUES.search(text)
    if several is None:
        return [issue_in(text)]
    ends = [RANGE_OR_ONE.findall(piece)[0] for piece in APART.split(YEAR.sub("", several[0]))]
    ranges = [range(number_of(first), number_of(last or first) + 1) for first, last in ends]
    numbers = [str(number) for each in ranges for number in each]
    if not all(ranges) or len(numbers) > MOST:
        return []
    if TOGETHER.search(text):
        return ["-".join(dict.fromkeys((numbers[0], numbers[-1])))]
    return numbers


def without_issues(text: str) -> str:
    if ISSUES.search(text):
        text = TOGETHER.sub("", ISSUES.sub("", text)).replace("()", "")
    return ISSUE.sub("", text)
