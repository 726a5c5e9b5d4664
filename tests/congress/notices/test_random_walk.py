"""A walk through the process of notices: allowed acts nine times in ten, each often enough."""

import random
from collections import Counter
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError

from congress.audit.models import Entry
from congress.flow.moves import NotNow
from congress.notices import actions
from congress.notices.models import Notice
from congress.notices.models.texts import NoticeText
from congress.notices.queries.audience import Audience
from congress.notices.queries.ledger import totals
from congress.notices.states import NOTICE
from congress.organisations.rules import NotAllowed
from tests.factories.information import actor_of
from tests.factories.notices import NoticeFactory, deputies, self_of
from tests.routes.world import World

STEPS, AT_LEAST, NOTICES, PEOPLE = 1000, 20, 4, 3
# What people do with a notice between its transitions, as often as those.
SMALL = ("edit", "confirm", "answer", "behalf", "call", "remind", "grant", "check_in")
SMALL_IN = {"edit": ("draft",)}


class Walk:
    """Several notices of one township, and dice."""

    def __init__(self, world: World, seed: int) -> None:
        self.world, self.dice = world, random.Random(seed)
        self.secretary = actor_of("secretary", world.township)
        self.chair = actor_of("chair", world.township)
        self.notices: list[int] = []
        self.numbers: dict[int, str] = {}
        self.taken: Counter[str] = Counter()
        self.refused = 0

    def step(self) -> None:
        notice = self.pick()
        stray = self.dice.random() < 0.1
        acts = [t.act for t in NOTICE.transitions if stray or notice.state in t.sources]
        acts += [act for act in SMALL if stray or notice.state in SMALL_IN.get(act, ("sent",))]
        act = self.dice.choices(acts, [1 / (1 + self.taken[act]) ** 2 for act in acts])[0]
        before = self.entries(notice)
        try:
            self.take(act, notice)
        except (NotNow, NotAllowed, ValidationError):
            self.refused += 1
            assert self.entries(notice) == before
        else:
            self.taken[act] += 1
        self.check(notice.pk)

    def entries(self, notice: Notice) -> int:
        return Entry.objects.filter(kind="notice", object_id=notice.pk).count()

    def pick(self) -> Notice:
        """Cancelled ones make room for new ones."""
        closed = Notice.objects.filter(pk__in=self.notices, state="cancelled")
        gone = set(closed.values_list("pk", flat=True))
        self.notices = [pk for pk in self.notices if pk not in gone]
        while len(self.notices) < NOTICES:
            town = self.world.township
            made = NoticeFactory(organisation=town, at=self.world.at, people=0)
            self.notices.append(made.pk)
        key = self.dice.choice(self.notices)
        return Notice.objects.select_related("organisation__parent").get(pk=key)

    def take(self, act: str, notice: Notice) -> None:
        if act in SMALL:
            return self.take_small(act, notice)
        later = (notice.meeting_at or self.world.at) + timedelta(hours=1)
        moved = {"meeting_at": later, "place": "镇政府三楼", "reason": "与县里会议冲突"}
        perform, by, more = {
            "submit_for_signature": (actions.submit_for_signature, self.secretary, {}),
            "recall": (actions.recall_notice, self.secretary, {}),
            "send_back": (actions.send_back_notice, self.chair, {"remark": "请核对时间"}),
            "sign": (actions.sign_notice, self.chair, {}),
            "revise": (actions.revise_notice, self.secretary, {}),
            "send": (actions.send_notice, self.dice.choice((self.secretary, self.chair)), {}),
            "move_meeting": (actions.move_meeting, self.chair, moved),
            "cancel": (actions.cancel_notice, self.chair, {"reason": "另行安排"}),
        }[act]
        perform(notice, **more, by=by, at=self.world.at)
        return None

    def take_small(self, act: str, notice: Notice) -> None:
        at, number = self.world.at, self.dice.randrange(10**6)
        if act == "edit":
            more: dict[str, Any] = {"edition": notice.edition, "audience": Audience.of(notice)}
            actions.edit_notice(notice, title=f"会议{number}", **more, by=self.secretary, at=at)
        elif act == "remind":
            actions.remind_rest(notice, by=self.secretary, at=at)
        else:
            self.take_on_a_row(act, notice, number)

    def take_on_a_row(self, act: str, notice: Notice, number: int) -> None:
        people = notice.recipients.select_related("user", "seat").order_by("pk")
        rows = list(people.filter(answer="leave") if act == "grant" else people)
        if not rows:
            raise NotAllowed
        row, at = self.dice.choice(rows), self.world.at
        row.notice = notice
        answer = self.dice.choice(("attend", "leave"))
        given = {"answer": answer, "reason": f"公务{number}", "sequence": notice.sequence}
        perform, by, more = {
            "confirm": (actions.confirm_notice, self_of(row), {}),
            "answer": (actions.answer_attendance, self_of(row), given),
            "behalf": (actions.answer_on_behalf, self.secretary, given),
            "call": (actions.record_phone_call, self.secretary, {"result": f"已告知{number}"}),
            "grant": (actions.grant_leave, self.chair, {}),
            "check_in": (actions.check_in, self.secretary, {}),
        }[act]
        if act == "check_in":
            at = notice.meeting_at
        perform(row, **more, by=by, at=at)

    def check(self, pk: int) -> None:
        """What holds after every step."""
        notice = Notice.objects.get(pk=pk)
        moves = Entry.objects.filter(object_id=pk, kind="notice").exclude(to_state="")
        last = moves.order_by("pk").last()
        assert notice.state == (last.to_state if last else "draft")
        assert (notice.reference is not None) == (notice.state in ("sent", "cancelled"))
        assert self.numbers.setdefault(pk, notice.reference or "") in ("", notice.reference)
        self.numbers[pk] = notice.reference or ""
        found = totals(notice)
        parts = found.attend + found.leave + found.confirmed + found.told + found.not_yet
        assert found.invited == parts == (PEOPLE if notice.was_sent else 0)
        assert found.leave == found.granted + found.refused + found.undecided
        assert found.invited == found.came + found.excused + found.absent
        if notice.state not in ("draft", "awaiting_signature"):
            version = notice.versions.last()
            assert bool(version.signed_by)
            assert text_of(version) == text_of(notice)


def text_of(record: NoticeText) -> dict[str, Any]:
    return {name: getattr(record, name) for name in NoticeText.TEXT_FIELDS}


def test_every_transition_is_taken_and_nothing_breaks(world: World):
    deputies(world.township, PEOPLE)
    walk = Walk(world, 20260301)
    for _ in range(STEPS):
        walk.step()
    transitions = {transition.act: AT_LEAST for transition in NOTICE.transitions}
    wanted = transitions | dict.fromkeys(SMALL, AT_LEAST // 2)
    assert {act: walk.taken[act] for act in wanted if walk.taken[act] < wanted[act]} == {}
    assert walk.refused > STEPS / 40
    numbers = sorted(Notice.objects.exclude(reference=None).values_list("reference", flat=True))
    assert [int(number[-3:]) for number in numbers] == list(range(1, len(numbers) + 1))
