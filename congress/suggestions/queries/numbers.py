"""The numbers of the handling, counted by the database in a fixed number of questions."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    FilteredRelation,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)

from congress.audit.models import Entry
from congress.suggestions.models import (
    Assignment,
    Clock,
    Commitment,
    Rating,
    Reply,
    Signatory,
    Suggestion,
)
from congress.suggestions.models.choices import Answer, HandlingRole, Level, Part
from congress.suggestions.queries.commitments import STANDINGS, in_standing
from congress.suggestions.states.process import OVER

# A time limit is near so many days before its day.
SOON = timedelta(days=10)
# What the deputies owe is counted with the slips.
OF_DEPUTIES = ("feedback",)
REPLIES = ("reply", "rehandling")
LEVELS = tuple(Level.values)
ANSWERED = ("replied", "closed")


@dataclass
class Numbers:
    """Numbers by the code of their figure.

    `all`; `state.<state>`; `lead.<round>.<level>` of the lead deputies, which is the satisfaction
    by suggestions, and `each.<round>.<level>` of all who signed, where the level may also be
    `missing`, not returned after a reminder, or `open`, which may still come: neither is in the
    denominator. `class.<letter>` of released replies, a unit's last one each; `clock.late`,
    `.soon`, `.later` by the nearest time limit of a record that units or presidium owe;
    `reply.on_time` and `.late` of replies given; `promise.<standing>`; and
    `unit.<key>.<all|answered|late|dissatisfied>`.
    """

    counts: dict[str, int] = field(default_factory=dict)
    units: dict[int, str] = field(default_factory=dict)
    classes: dict[str, str] = field(default_factory=dict)

    def number(self, code: str) -> int:
        return self.counts.get(code, 0)

    def rated(self, whose: str) -> int:
        """The denominator, of `lead.1`, `each.2` and so on."""
        return sum(self.number(f"{whose}.{level}") for level in LEVELS)

    def count(self, code: str, number: int) -> None:
        self.counts[code] = self.number(code) + number


def numbers(scope: QuerySet[Suggestion], on: date) -> Numbers:
    """Of submitted records. One reported to the county counts as its township's, where both are in
    the scope, but the departments that handle it are counted."""
    found, keys, once = Numbers(), scope.order_by().values("pk"), counted_once(scope)
    for state, number in once.order_by().values_list("state").annotate(Count("pk")):
        found.count("all", number)
        found.count(f"state.{state}", number)
    for round_no in (1, 2):
        _count_ratings(found, once, round_no)
    _count_units(found, keys, once)
    _count_replies(found, keys)
    _count_clocks(found, keys, once, on)
    standings = {code: Count("pk", filter=in_standing(code, on)) for code in STANDINGS}
    promises = Commitment.objects.filter(suggestion__in=keys).aggregate(**standings)
    for standing, number in promises.items():
        found.count(f"promise.{standing}", number)
    return found


def counted_once(scope: QuerySet[Suggestion]) -> QuerySet[Suggestion]:
    raised = scope.filter(raised_from__isnull=False, raised_from__in=scope.values("pk"))
    return scope.exclude(pk__in=raised.order_by().values("pk"))


def owed(keys: QuerySet) -> QuerySet[Clock]:
    return Clock.objects.filter(suggestion__in=keys).owed().exclude(event__in=OF_DEPUTIES)


def last_replies(keys: QuerySet) -> QuerySet[Reply]:
    """What each unit answered last of its own."""
    released = Reply.objects.filter(state="released", taken_from=None)
    later = released.filter(assignment=OuterRef("assignment"), round_no__gt=OuterRef("round_no"))
    return released.filter(~Exists(later), suggestion__in=keys)


def _worse(prefix: str, level: Level) -> Q:
    return Q(**{f"{prefix}reply": level}) | Q(**{f"{prefix}result": level})


def _count_ratings(found: Numbers, once: QuerySet, round_no: int) -> None:
    answered = Q(round_no=round_no, state__in=ANSWERED) | Q(round_no__gt=round_no)
    reminded = Entry.objects.filter(
        room="suggestions",
        kind="suggestion",
        act="remind_to_rate",
        object_id=OuterRef("suggestion"),
        details__round=round_no,
    )
    level = Case(
        When(_worse("given__", Level.DISSATISFIED), then=Value(Level.DISSATISFIED.value)),
        When(_worse("given__", Level.BASICALLY), then=Value(Level.BASICALLY.value)),
        When(given__isnull=False, then=Value(Level.SATISFIED.value)),
        When(Q(suggestion__state="closed") | Exists(reminded), then=Value("missing")),
        default=Value("open"),
    )
    signed = Signatory.objects.filter(
        suggestion__in=once.filter(answered).values("pk"), answer=Answer.CONFIRMED
    ).annotate(
        given=FilteredRelation("ratings", condition=Q(ratings__round_no=round_no)), level=level
    )
    for part, said, number in signed.order_by().values_list("part", "level").annotate(Count("pk")):
        found.count(f"each.{round_no}.{said}", number)
        if part == Part.LEAD:
            found.count(f"lead.{round_no}.{said}", number)


def _count_units(found: Numbers, keys: QuerySet, once: QuerySet) -> None:
    parts = Assignment.objects.running().filter(suggestion__in=keys)
    by_unit = parts.exclude(role=HandlingRole.UPWARD).order_by("unit__position", "unit")
    names = ("unit", "unit__name", "unit__position")
    for unit, name, _position, number in by_unit.values_list(*names).annotate(Count("pk")):
        found.units[unit] = name
        found.count(f"unit.{unit}.all", number)
    not_satisfied = by_unit.exclude(role=HandlingRole.CO_HANDLER).filter(
        suggestion__in=_dissatisfied(once)
    )
    for unit, number in not_satisfied.order_by().values_list("unit").annotate(Count("pk")):
        found.count(f"unit.{unit}.dissatisfied", number)


def _dissatisfied(once: QuerySet) -> QuerySet:
    """Where it is the lead deputy's last word."""
    answered = Q(suggestion__state__in=ANSWERED) | Q(round_no__lt=F("suggestion__round_no"))
    said = Rating.objects.filter(answered)
    later = said.filter(signatory=OuterRef("signatory"), round_no__gt=OuterRef("round_no"))
    bad = said.filter(_worse("", Level.DISSATISFIED), ~Exists(later), signatory__part=Part.LEAD)
    return bad.filter(suggestion__in=once.values("pk")).order_by().values("suggestion")


def _count_replies(found: Numbers, keys: QuerySet) -> None:
    kinds = ("assignment__unit", "result_class", "class_label")
    rows = last_replies(keys).order_by().values_list(*kinds)
    for unit, letter, label, number, _last in rows.annotate(Count("pk"), last=Max("pk")).order_by(
        "last"
    ):
        found.classes[letter] = label
        found.count(f"class.{letter}", number)
        found.count(f"unit.{unit}.answered", number)


def _count_clocks(found: Numbers, keys: QuerySet, once: QuerySet, on: date) -> None:
    of_once = owed(once.values("pk")).order_by()
    running = Q(stopped_on=None) & ~Q(suggestion__state__in=OVER)
    nearest = of_once.filter(running).values("suggestion").annotate(nearest=Min("due"))
    near = nearest.aggregate(
        late=Count("nearest", filter=Q(nearest__lt=on)),
        soon=Count("nearest", filter=Q(nearest__range=(on, on + SOON))),
        later=Count("nearest", filter=Q(nearest__gt=on + SOON)),
    )
    for code, number in near.items():
        found.count(f"clock.{code}", number)
    given = of_once.filter(met=True, event__in=REPLIES).aggregate(
        late=Count("pk", filter=Q(stopped_on__gt=F("due"))),
        on_time=Count("pk", filter=Q(stopped_on__lte=F("due"))),
    )
    for code, number in given.items():
        found.count(f"reply.{code}", number)
    late = owed(keys).filter(running, due__lt=on, assignment__unit__in=list(found.units))
    for unit, number in late.order_by().values_list("assignment__unit").annotate(Count("pk")):
        found.count(f"unit.{unit}.late", number)
