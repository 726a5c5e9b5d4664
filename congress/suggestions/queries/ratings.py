"""Who has rated, and whether a record may be closed."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from congress.audit.queries import timeline
from congress.suggestions.models import JointStudy, Rating, Signatory, Suggestion
from congress.suggestions.models.choices import Part

# From the reminder on: where the rules give no time for the feedback, and at the least where it
# came late in that time or after it.
WITHOUT_RULE = timedelta(days=14)
AFTER_REMINDER = timedelta(days=7)


@dataclass(frozen=True)
class Closing:
    """What stands between a replied record and its closing; `refusal` says it, empty where it may
    be closed, and `finding` is what the trail then says."""

    missing: tuple[Signatory, ...]
    undecided: tuple[Rating, ...]
    reminded_on: date | None
    study_wanted: bool
    waits_until: date | None
    refusal: str
    finding: str

    @property
    def all_rated(self) -> bool:
        return not (self.missing or self.undecided or self.study_wanted)


def closing(suggestion: Suggestion, on: date) -> Closing:
    """By the ratings of this round."""
    rows = suggestion.signatories.standing().select_related("deputy__user")
    ratings = list(
        suggestion.ratings.filter(round_no=suggestion.round_no).select_related(
            "signatory__deputy__user"
        )
    )
    rated = {rating.signatory_id for rating in ratings}
    missing = tuple(row for row in rows if row.pk not in rated)
    dissatisfied = [rating for rating in ratings if rating.is_dissatisfied]
    undecided: tuple[Rating, ...] = ()
    study_wanted = False
    if suggestion.round_no == 1:
        undecided = tuple(
            rating
            for rating in dissatisfied
            if rating.signatory.part != Part.LEAD and not rating.decision
        )
    elif dissatisfied:
        study_wanted = not JointStudy.objects.filter(suggestion=suggestion).exists()
    reminded_on = _reminded_on(suggestion)
    waits_until = _waits_until(suggestion, reminded_on) if missing else None
    refusal = _refusal(missing, undecided, study_wanted, reminded_on, waits_until, on)
    if suggestion.raised_from_id is not None:
        missing = ()
        refusal = _("It is closed with the township's record, when its reply is taken over.")
    finding = _("Everybody has rated it.")
    if missing:
        names = "、".join(str(row) for row in missing)
        finding = _("Closed without the slips of %(names)s.") % {"names": names}
    return Closing(missing, undecided, reminded_on, study_wanted, waits_until, refusal, finding)


def _reminded_on(suggestion: Suggestion) -> date | None:
    entries = timeline(suggestion).filter(act="remind_to_rate")
    for entry in entries:
        if entry.details.get("round") == suggestion.round_no:
            return timezone.localdate(entry.at)
    return None


def _waits_until(suggestion: Suggestion, reminded_on: date | None) -> date | None:
    """The last day for a slip: of the running feedback clock, and some days after the reminder."""
    clock = suggestion.clocks.running().filter(event="feedback").first()
    if reminded_on is None:
        return clock.due if clock else None
    return max(clock.due, reminded_on + AFTER_REMINDER) if clock else reminded_on + WITHOUT_RULE


def _refusal(
    missing: tuple[Signatory, ...],
    undecided: tuple[Rating, ...],
    study_wanted: bool,
    reminded_on: date | None,
    waits_until: date | None,
    on: date,
) -> str:
    if undecided:
        return _("A co-signer is not satisfied: the presidium has to decide on it first.")
    if study_wanted:
        return _("After a second round without satisfaction the joint study has to be noted first.")
    if missing and reminded_on is None:
        return _("Not everybody has rated it: please remind them once.")
    if missing and waits_until and on <= waits_until:
        return _("The time for the rating runs until %(day)s.") % {
            "day": f"{waits_until.year}年{waits_until.month}月{waits_until.day}日"
        }
    return ""


@dataclass(frozen=True)
class RoundLine:
    row: Signatory
    rating: Rating | None


@dataclass(frozen=True)
class Round:
    """One round with everybody who may rate in it."""

    number: int
    lines: tuple[RoundLine, ...]

    @property
    def rated(self) -> int:
        return sum(line.rating is not None for line in self.lines)


def rounds_of(suggestion: Suggestion, of_user: int | None = None) -> list[Round]:
    """Both rounds as far as they have come, of all who signed or of one person alone."""
    rows = suggestion.signatories.standing().select_related("deputy__user")
    if of_user is not None:
        rows = rows.filter(deputy__user=of_user)
    signed = list(rows)
    given = {(rating.signatory_id, rating.round_no): rating for rating in suggestion.ratings.all()}
    return [
        Round(number, tuple(RoundLine(row, given.get((row.pk, number))) for row in signed))
        for number in range(1, suggestion.round_no + 1)
    ]
