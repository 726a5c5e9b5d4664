"""The papers of a session or a year: the catalogue, and the report on the handling."""

from collections.abc import Iterable
from datetime import date

from congress.documents.handling_report import HandlingReport, handling_report
from congress.documents.suggestion_list import Listed, SuggestionList, suggestion_list
from congress.suggestions.models import Assignment, Suggestion
from congress.suggestions.models.choices import HandlingRole
from congress.suggestions.queries.papers.figures import figures_of, promises_of, rows_of
from congress.suggestions.queries.papers.names import number_of, presidium
from congress.suggestions.queries.papers.spans import Span
from congress.suggestions.queries.people import SIGNED, signed_at_hand
from congress.suggestions.states import SUGGESTION

CATALOGUE, REPORT = "catalogue", "report"
NAMES = {CATALOGUE: "代表建议目录", REPORT: "代表建议办理情况报告"}
# What is over without an answer; the number stays in the catalogue.
NOTED = ("withdrawn", "merged")


def built(kind: str, span: Span, on: date) -> bytes:
    """The paper as a .docx."""
    return catalogue_file(span, on) if kind == CATALOGUE else report_file(span, on)


def catalogue_file(span: Span, on: date) -> bytes:
    return suggestion_list(catalogue(span, on))


def report_file(span: Span, on: date) -> bytes:
    return handling_report(report(span, on))


def catalogue(span: Span, on: date) -> SuggestionList:
    """What has a number, in its order. Six questions."""
    rows = span.rows().exclude(reference=None).defer("problem", "advice")
    rows = rows.prefetch_related(*SIGNED, "assignments__unit")
    return SuggestionList(
        meeting=span.name,
        rows=tuple(_listed(row) for row in rows.order_by("registered_at", "pk")),
        issuer=presidium(span.congress),
        on=on,
    )


def _listed(row: Suggestion) -> Listed:
    parts = [part for part in row.assignments.all() if part.ended_at is None]
    state = SUGGESTION.state(row.state)
    return Listed(
        number_of(row),
        _proposers(row),
        row.title,
        _units(parts),
        str(state.public_label) if row.state in NOTED else "",
    )


def _proposers(row: Suggestion) -> str:
    """王建国等3人."""
    signed = [each for each in signed_at_hand(row) if each.answer == "confirmed"]
    lead = next(each.deputy.user.name for each in signed if each.part == "lead")
    return f"{lead}等{len(signed)}人" if len(signed) > 1 else lead


def _units(parts: Iterable[Assignment]) -> str:
    return "、".join(part.unit.name for part in parts if part.role != HandlingRole.CO_HANDLER)


def report(span: Span, on: date) -> HandlingReport:
    """Its figures add up, else `handling_figures` refuses them. The office writes what it did, what
    is wrong and what comes next into the paper itself. Seven questions."""
    promises = promises_of(span, on)
    return HandlingReport(
        issuer=presidium(span.congress),
        subject=span.name,
        period=span.period,
        on=on,
        figures=figures_of(rows_of(span), promises, on),
        promises=tuple(promises),
    )
