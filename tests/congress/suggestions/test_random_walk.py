"""A walk through the process: allowed acts nine times in ten, each transition often enough."""

import random
from collections import Counter
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db.models import Max, QuerySet

from congress.audit.models import Entry
from congress.flow.moves import NotNow
from congress.organisations.rules import NotAllowed
from congress.suggestions.models import Clock, Suggestion
from congress.suggestions.queries.replies import owed_replies
from congress.suggestions.states import SUGGESTION
from congress.suggestions.states.process import OVER
from congress.workdays.models import ClockSettings
from tests.congress.suggestions.walking import People
from tests.factories.organisations import TermFactory
from tests.factories.suggestions import SuggestionFactory, unit_of
from tests.routes.world import World

MOST, AT_LEAST, TOGETHER = 4000, 20, 5
ONWARD = ("submit", "register", "hand_over", "acknowledge", "sign", "release", "rate")
RARE = (
    "take_back_hand_over", "request_return", "grant_return", "refuse_return", "take_to_desk",
    "give_back", "recall",
)  # fmt: skip
# How many times as often these are wanted: they lead to one of several transitions, or to none.
MORE = {
    "request_return": 5, "ask_cosigners": 3, "give_back": 3, "recall": 3, "confirm": 2,
    "promise": 2, "decide_rating": 2,
}  # fmt: skip
COUNTY_ONLY = {"give_back_from_above"}
# Where an act makes sense, so that nine of ten are no strays. An act not here belongs everywhere.
SENSE = {
    "edit": "draft", "ask_cosigners": "draft", "confirm": "awaiting_cosigners",
    "take_to_desk": "awaiting_cosigners", "submit": "draft awaiting_cosigners",
    "send_back": "submitted", "register": "submitted", "refuse": "submitted",
    "undo_refusal": "not_accepted", "merge": "registered", "separate": "merged",
    "hand_over": "registered", "take_back_hand_over": "assigned", "acknowledge": "assigned",
    "request_return": "assigned in_handling", "grant_return": "return_requested",
    "refuse_return": "return_requested", "contact": "in_handling rehandling",
    "opinion": "in_handling", "extend": "in_handling rehandling",
    "sign": "in_handling rehandling", "recall": "reply_review", "give_back": "reply_review",
    "release": "reply_review in_handling", "report_upward": "registered in_handling",
    "take_over": "in_handling rehandling", "rate": "replied", "decide_rating": "replied",
    "study": "replied", "remind": "replied", "close": "replied", "reopen": "closed",
    "promise": "replied closed", "told": "registered assigned",
    "withdraw": "submitted registered assigned return_requested in_handling reply_review",
}  # fmt: skip


class Walk:
    def __init__(self, world: World, seed: int) -> None:
        self.world, self.dice = world, random.Random(seed)
        self.people = People(self.dice)
        self.at: datetime = world.at - timedelta(days=800)
        self.open: list[int] = []
        self.done: Counter[str] = Counter()
        self.refused = 0

    def step(self) -> None:
        self.at += timedelta(hours=self.dice.choice((1, 5, 30)))
        suggestion = self.pick()
        stray = self.dice.random() < 0.1
        acts = [
            act
            for act in self.people.acts
            if stray or suggestion.state in SENSE.get(act, suggestion.state).split()
        ]
        act = self.dice.choices(acts, [self.weight(act) for act in acts])[0]
        before = newest_entry()
        try:
            self.people.acts[act](suggestion, self.at)
        except (NotNow, NotAllowed, ValidationError):
            self.refused += 1
            if act != "sign":  # it notes a contact and writes before it signs
                assert newest_entry() == before, act
        else:
            self.done[act] += 1
        self.follow_above(suggestion)
        self.check(suggestion.pk)

    def weight(self, act: str) -> float:
        """What leads on is as likely as ever, the rest less so once it was done often enough."""
        if act in ONWARD:
            return 1
        often = MORE.get(act, 1) * AT_LEAST
        return (3 if act in RARE else 1) if self.done[act] < often else 0.05

    def pick(self) -> Suggestion:
        self.open = [pk for pk in self.open if self.dice.random() >= 0.004]
        while len(self.open) < TOGETHER:
            self.open.append(SuggestionFactory(congress=self.world.township, at=self.at).pk)
        rows = Suggestion.objects.select_related("congress__parent", "term", "session")
        picked = rows.get(pk=self.dice.choice(self.open))
        if picked.state != "withdrawn":
            return picked
        self.open.remove(picked.pk)
        return self.pick()

    def follow_above(self, below: Suggestion) -> None:
        """The county answers or refuses what is reported to it, step by step."""
        rows = Suggestion.objects.select_related("congress__parent", "term", "session")
        above = rows.filter(raised_from=below).first()
        act = above and {
            "submitted": self.dice.choice(("register", "refuse", "register")),
            "registered": "hand_over",
            "assigned": "acknowledge",
            "in_handling": "sign",
            "rehandling": "sign",
            "reply_review": "release",
        }.get(above.state)
        if above is None or act is None:
            return
        try:
            self.people.acts[act](above, self.at)
        except (NotNow, NotAllowed, ValidationError):
            self.refused += 1
        self.check(above.pk)

    def check(self, pk: int) -> None:
        suggestion = Suggestion.objects.filter(pk=pk).first()
        assert suggestion is not None
        last = entries_of(suggestion).exclude(to_state="").last()
        assert suggestion.state == (last.to_state if last else suggestion.state)
        owed = set(owed_replies(suggestion).values_list("pk", flat=True))
        self.check_clocks(suggestion, owed)
        self.check_replies(suggestion, owed)
        if suggestion.state == "withdrawn":
            above = Suggestion.objects.filter(raised_from=suggestion)
            assert not above.exclude(state__in=OVER).exists()

    def check_clocks(self, suggestion: Suggestion, owed: set[int]) -> None:
        running = list(Clock.objects.running().filter(suggestion=suggestion))
        kinds = Counter((clock.event, clock.assignment_id) for clock in running)
        assert set(kinds.values()) <= {1}
        if suggestion.state in (*OVER, "draft", "awaiting_cosigners"):
            assert running == []
        event = "reply" if suggestion.round_no == 1 else "rehandling"
        owing = {clock.assignment_id for clock in running if clock.event == event}
        if suggestion.handed_over_at and suggestion.state not in (*OVER, "registered"):
            assert owing == owed, self.story(suggestion)

    def story(self, suggestion: Suggestion) -> str:
        entries = entries_of(suggestion)
        return "\n".join(f"{entry.act} {entry.to_state} {entry.note}" for entry in entries)

    def check_replies(self, suggestion: Suggestion, owed: set[int]) -> None:
        if suggestion.state not in ("reply_review", "replied", "closed"):
            return
        round_ = suggestion.replies.filter(round_no=suggestion.round_no)
        states = set(round_.values_list("state", flat=True))
        assert owed == set()
        if suggestion.state == "reply_review":
            assert "in_review" in states
        else:
            assert "in_review" not in states
            assert "released" in states, self.story(suggestion)


def newest_entry() -> int:
    return Entry.objects.aggregate(newest=Max("pk"))["newest"] or 0


def entries_of(suggestion: Suggestion) -> QuerySet[Entry]:
    """With the room, without which no index helps."""
    rows = Entry.objects.filter(room="suggestions", kind="suggestion", object_id=suggestion.pk)
    return rows.order_by("pk")


def numbers_have_no_gap() -> None:
    series: dict[str, list[int]] = {}
    for reference in Suggestion.objects.exclude(reference=None).values_list("reference", flat=True):
        key, number = reference.rsplit("-", 1)
        series.setdefault(key, []).append(int(number))
    for numbers in series.values():
        assert sorted(numbers) == list(range(1, len(numbers) + 1))


def too_seldom(wanted: set[str]) -> dict[str, int]:
    entries = Entry.objects.filter(kind="suggestion").values_list("act", flat=True)
    taken = Counter(entries)
    least = {act: 5 if act in COUNTY_ONLY else AT_LEAST for act in wanted}
    return {act: taken[act] for act in wanted if taken[act] < least[act]}


def test_every_transition_is_taken_and_nothing_breaks(world: World):
    TermFactory(congress=world.county, starts_on=world.long_ago - timedelta(days=900))
    for number in range(3):
        unit_of(world.county, number)
    ClockSettings.objects.create(county=world.county, rules="chongqing")
    walk = Walk(world, 20260301)
    wanted = {transition.act for transition in SUGGESTION.transitions}
    steps = 0
    while steps < MOST and (steps % 100 or too_seldom(wanted)):
        walk.step()
        steps += 1
    assert too_seldom(wanted) == {}
    assert walk.refused > steps / 40
    numbers_have_no_gap()
