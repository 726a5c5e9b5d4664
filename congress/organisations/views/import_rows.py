"""The rows of a report as a page shows them: by fate, with words and tones."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from congress.files.reports import CREATED, FATES, MERGED, REFUSED, UNCHANGED, Line, Report

TO_CHECK = "check"
LABELS = {
    "": pgettext_lazy("filter", "all"),
    CREATED: pgettext_lazy("fate of a row", "new"),
    MERGED: pgettext_lazy("fate of a row", "joined"),
    UNCHANGED: pgettext_lazy("fate of a row", "there already"),
    REFUSED: pgettext_lazy("fate of a row", "refused"),
    TO_CHECK: pgettext_lazy("fate of a row", "with a remark"),
}
TONES = {CREATED: "success", MERGED: "info", UNCHANGED: "neutral", REFUSED: "error"}


@dataclass(frozen=True)
class Pill:
    label: str | Promise
    url: str
    current: bool
    count: int


@dataclass(frozen=True)
class ShownLine:
    line: Line
    fate: str | Promise
    tone: str


def lines_of(report: Report, fate: str) -> list[Line]:
    if fate == TO_CHECK:
        return [line for line in report.lines if line.reason]
    return [line for line in report.lines if fate in ("", line.fate)]


def pills_of(report: Report, fate: str, path: str) -> list[Pill]:
    shown = ["", TO_CHECK, *FATES]
    return [
        Pill(LABELS[code], f"{path}?fate={code}", code == fate, len(lines_of(report, code)))
        for code in shown
    ]


def shown(line: Line) -> ShownLine:
    return ShownLine(line, LABELS[line.fate], TONES[line.fate])
