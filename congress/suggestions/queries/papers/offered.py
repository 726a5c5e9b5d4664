"""Which papers a record has now, and for whom each of them is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from congress.audit.actors import Actor
from congress.documents.handover_sheet import handover_sheet
from congress.documents.opinion_form import opinion_form
from congress.documents.refusal_letter import refusal_letter
from congress.documents.reminder_slip import reminder_slip
from congress.documents.reply_letter import reply_letter
from congress.documents.suggestion_form import suggestion_form
from congress.organisations.roles import DEPUTY, UNIT_OFFICER
from congress.suggestions.models import Assignment, Reply, Signatory, Suggestion
from congress.suggestions.models.choices import HandlingRole
from congress.suggestions.queries.papers import filling
from congress.suggestions.queries.papers.filling import REPLIES
from congress.suggestions.queries.upward import written
from congress.suggestions.rules import is_staff

FORM, SHEET, REFUSAL = "form", "handover", "refusal"
SLIP, REPLY, OPINION = "reminder", "reply", "opinion"
# As they stand on the papers and in the names of their files.
NAMES = {
    FORM: "代表建议专用纸",
    SHEET: "交办单",
    REFUSAL: "不予受理告知书",
    SLIP: "催办单",
    REPLY: "答复函",
    OPINION: "征询意见表",
}
UNITS = ("assignment__unit", "taken_from")


@dataclass(frozen=True)
class Offer:
    """One paper: `part` is the key of what it is made for, 0 for the record; `whose` says it."""

    kind: str
    part: int
    whose: str
    of: Assignment | Reply | Signatory | None = None

    @property
    def label(self) -> str:
        return f"{NAMES[self.kind]}（{self.whose}）" if self.whose else NAMES[self.kind]

    def filename(self, suggestion: Suggestion) -> str:
        named = suggestion.reference or suggestion.title
        words = (NAMES[self.kind], named, self.whose)
        return "_".join(filter(None, words)).replace("/", "／") + ".docx"


@dataclass(frozen=True)
class Reader:
    """As whom somebody reads a record: of its office, as an officer of these units, as this
    deputy."""

    office: bool
    units: frozenset[int]
    deputy: int | None

    @classmethod
    def of(cls, actors: Iterable[Actor], suggestion: Suggestion) -> "Reader":
        actors = tuple(actors)
        units = {actor.organisation_id for actor in actors if actor.role == UNIT_OFFICER}
        people = [actor.user_id for actor in actors if actor.role == DEPUTY]
        return cls(
            any(is_staff(actor, suggestion) for actor in actors),
            frozenset(pk for pk in units if pk),
            people[0] if people else None,
        )


def offers(actors: Iterable[Actor], suggestion: Suggestion) -> list[Offer]:
    """Of a visible record. Four questions at most: signatories, units, running time limits of
    replies, replies; of each reply that the county gave one more."""
    reader = Reader.of(actors, suggestion)
    signed = list(suggestion.signatories.standing().select_related("deputy__user"))
    own = [row for row in signed if reader.office or row.deputy.user_id == reader.deputy]
    return [
        *_own_papers(suggestion, reader, own),
        *_sheets(suggestion, reader),
        *_replies(suggestion, reader, own),
    ]


def _own_papers(suggestion: Suggestion, reader: Reader, own: list[Signatory]) -> Iterator[Offer]:
    if reader.office or own:
        yield Offer(FORM, 0, "")
        if suggestion.state == "not_accepted":
            yield Offer(REFUSAL, 0, "")


def _sheets(suggestion: Suggestion, reader: Reader) -> Iterator[Offer]:
    if not (reader.office or reader.units) or suggestion.handed_over_at is None:
        return
    parts = suggestion.assignments.running().exclude(role=HandlingRole.UPWARD)
    parts = list(parts.select_related("unit"))
    for part in parts:
        part.suggestion = suggestion
        if reader.office or part.unit_id in reader.units:
            yield Offer(SHEET, part.pk, part.unit.name, part)
    if reader.office:
        owing = set(
            suggestion.clocks.running()
            .filter(event__in=REPLIES)
            .values_list("assignment", flat=True)
        )
        yield from (Offer(SLIP, p.pk, p.unit.name, p) for p in parts if p.pk in owing)


def _replies(suggestion: Suggestion, reader: Reader, own: list[Signatory]) -> Iterator[Offer]:
    rows = suggestion.replies.exclude(state="draft").select_related(*UNITS)
    signed = list(rows)
    released = [row for row in signed if row.state == "released"]
    for row in signed:
        mine = row.assignment.unit_id in reader.units
        if reader.office or mine or (own and row.state == "released"):
            second = "，第二次" if row.round_no > 1 else ""
            for each in written(row):
                yield Offer(REPLY, each.pk, f"{each.assignment.unit.name}{second}", each)
    if released and suggestion.replied_at and suggestion.raised_from_id is None:
        yield from (Offer(OPINION, row.pk, row.deputy.user.name, row) for row in own)


def found(actors: Iterable[Actor], suggestion: Suggestion, kind: str, part: int) -> Offer | None:
    """The paper, where it is offered to these actors."""
    rows = offers(actors, suggestion)
    return next((row for row in rows if (row.kind, row.part) == (kind, part)), None)


def built(offer: Offer, actors: Iterable[Actor], suggestion: Suggestion, on: date) -> bytes:
    """The paper as a .docx."""
    reader = Reader.of(actors, suggestion)
    of = offer.of
    if offer.kind == FORM:
        return suggestion_form(filling.form(suggestion, None if reader.office else reader.deputy))
    if offer.kind == REFUSAL:
        return refusal_letter(filling.refusal_letter(suggestion))
    if isinstance(of, Assignment) and offer.kind == SHEET:
        return handover_sheet(filling.handover_sheet(suggestion, of))
    if isinstance(of, Assignment):
        return reminder_slip(filling.reminder_slip(suggestion, of, on))
    if isinstance(of, Reply):
        return reply_letter(filling.reply_letter(suggestion, of))
    assert isinstance(of, Signatory)
    return opinion_form(filling.opinion_form(suggestion, of, last_replies(suggestion)))


def last_replies(suggestion: Suggestion) -> list[Reply]:
    """The released ones of the latest round that has any."""
    rows = suggestion.replies.filter(state="released").select_related(*UNITS)
    replies = sorted(rows, key=lambda row: (row.round_no, row.released_at, row.pk))
    return [row for row in replies if row.round_no == replies[-1].round_no]
