"""The figures of a yearly report, counted over the records of a session or a year."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from congress.documents.handling_figures import (
    Commitments,
    Counted,
    Figures,
    Promise,
    Ratings,
    UnitFigures,
)
from congress.suggestions.models import Assignment, Clock, Commitment, Reply, Suggestion
from congress.suggestions.models.choices import Level
from congress.suggestions.queries.papers.names import number_of
from congress.suggestions.queries.papers.spans import Span

# Why something received was not handed over, in the words of the report.
APART = {
    "withdrawn": "代表撤回",
    "not_accepted": "不予受理",
    "merged": "并案办理",
    "submitted": "正在审查",
    "registered": "尚待交办",
}


@dataclass(frozen=True)
class Handled:
    """One record that was handed over; `late` where the time limit of a reply still owed has
    passed."""

    row: Suggestion
    parts: list[Assignment]
    replies: list[Reply]
    clocks: list[Clock]
    late: bool

    @property
    def replied(self) -> bool:
        return self.row.replied_at is not None

    @property
    def on_time(self) -> bool:
        return self.replied and bool(self.clocks) and all(map(_met, self.clocks))

    @property
    def result(self) -> str:
        """The class of the last reply; of several units' the one that settles least."""
        last = max(reply.round_no for reply in self.replies)
        rows = [reply for reply in self.replies if reply.round_no == last]
        worst = max(rows, key=lambda reply: reply.result_class)
        letter, _, words = worst.class_label.partition("：")
        return f"{letter}（{words}）" if words else f"{worst.result_class}类"


def _met(clock: Clock) -> bool:
    return clock.met and clock.days_late is not None and clock.days_late <= 0


def rows_of(span: Span) -> list[Suggestion]:
    """With all that the figures ask for. Six questions, whatever the number."""
    parts = Assignment.objects.running().replying().select_related("unit").order_by("pk")
    replies = Reply.objects.filter(state="released")
    clocks = Clock.objects.filter(event="reply", assignment__ended_at=None)
    rows = span.rows().prefetch_related(
        Prefetch("assignments", queryset=parts, to_attr="own_parts"),
        Prefetch("replies", queryset=replies, to_attr="own_replies"),
        Prefetch("clocks", queryset=clocks, to_attr="own_clocks"),
        "ratings",
        "signatories",
    )
    return list(rows.order_by("reference", "pk"))


def figures_of(rows: Sequence[Suggestion], promises: Sequence[Promise], on: date) -> Figures:
    handled = [_handled(row, on) for row in rows if row.state not in APART]
    replied = [each for each in handled if each.replied]
    apart = Counter(row.state for row in rows if row.state in APART)
    again = [each.row for each in handled if each.row.round_no > 1]
    return Figures(
        received=len(rows),
        handed_over=len(handled),
        replied=len(replied),
        on_time=sum(each.on_time for each in replied),
        overdue=sum(each.late and not each.replied for each in handled),
        apart=tuple(Counted(words, apart[state]) for state, words in APART.items()),
        categories=_counted(str(each.row.get_category_display()) for each in handled),
        classes=_counted(each.result for each in replied),
        units=_units(handled),
        ratings=_ratings(each.row for each in replied),
        rehandled=len(again),
        rehandled_replied=sum(row.state in ("replied", "closed") for row in again),
        commitments=_commitments(promises),
    )


def _handled(row: Suggestion, on: date) -> Handled:
    clocks = list(row.own_clocks)
    late = any(clock.stopped_on is None and clock.due < on for clock in clocks)
    return Handled(row, list(row.own_parts), list(row.own_replies), clocks, late)


def _counted(names: Iterable[str]) -> tuple[Counted, ...]:
    return tuple(Counted(name, count) for name, count in Counter(sorted(names)).most_common())


def _units(handled: Iterable[Handled]) -> tuple[UnitFigures, ...]:
    """Parts that owe the deputies a reply, by unit."""
    given, done, in_time = Counter(), Counter(), Counter()  # type: ignore[var-annotated]
    for each in handled:
        answered = {reply.assignment_id for reply in each.replies}
        kept = {clock.assignment_id for clock in each.clocks if _met(clock)}
        for part in each.parts:
            name = part.unit.name
            given[name] += 1
            done[name] += part.pk in answered
            in_time[name] += part.pk in answered and part.pk in kept
    return tuple(
        UnitFigures(name, count, done[name], in_time[name]) for name, count in given.most_common()
    )


def _ratings(rows: Iterable[Suggestion]) -> Ratings:
    """Of the present round. Dissatisfied with the reply or the result is dissatisfied, satisfied
    with both is satisfied."""
    asked, said = 0, Counter()  # type: ignore[var-annotated]
    for row in rows:
        asked += sum(signed.answer == "confirmed" for signed in row.signatories.all())
        for rating in row.ratings.all():
            if rating.round_no == row.round_no:
                both = {rating.reply, rating.result}
                worst = Level.DISSATISFIED if rating.is_dissatisfied else Level.BASICALLY
                said[Level.SATISFIED if both == {Level.SATISFIED} else worst] += 1
    return Ratings(
        asked,
        sum(said.values()),
        said[Level.SATISFIED],
        said[Level.BASICALLY],
        said[Level.DISSATISFIED],
    )


KEPT, LATE, OPEN = "已兑现", "已逾期", "正在办理"


def promises_of(span: Span, on: date) -> list[Promise]:
    """One question."""
    rows = Commitment.objects.filter(suggestion__in=span.rows().values("pk"))
    rows = rows.select_related("suggestion", "reply__assignment__unit")
    return [
        Promise(
            number_of(row.suggestion),
            row.suggestion.title,
            row.reply.assignment.unit.name,
            row.text,
            row.promised_on,
            KEPT if row.state == "kept" else LATE if row.promised_on < on else OPEN,
        )
        for row in rows.order_by("promised_on", "pk")
    ]


def _commitments(promises: Sequence[Promise]) -> Commitments:
    found = Counter(promise.state for promise in promises)
    return Commitments(found[KEPT], found[OPEN], found[LATE])
