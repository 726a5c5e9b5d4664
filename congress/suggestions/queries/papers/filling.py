"""The papers of one suggestion, each filled with what its record says."""

from datetime import date, datetime

from django.utils import timezone

from congress.audit.queries import timeline
from congress.documents.handover_sheet import Demand, HandoverSheet
from congress.documents.opinion_form import OpinionForm
from congress.documents.refusal_letter import RefusalLetter
from congress.documents.reminder_slip import Owed, ReminderSlip
from congress.documents.reply_letter import ReplyLetter
from congress.documents.suggestion_form import Circumstances, SuggestionForm
from congress.documents.wording import day as written
from congress.suggestions.models import (
    Assignment,
    Clock,
    Rating,
    Reply,
    Signatory,
    Suggestion,
    SuggestionFile,
)
from congress.suggestions.models.choices import HandlingRole, Refusal
from congress.suggestions.queries.papers import names
from congress.suggestions.queries.papers.grounds import WHAT, ground_of
from congress.suggestions.queries.papers.people import people_of, phone_of, signer, units_of
from congress.suggestions.queries.people import SIGNED, signed_at_hand
from congress.suggestions.queries.settings import phone_of_office
from congress.suggestions.queries.upward import written_by
from congress.suggestions.states.entry import REFUSE

FORMED = {"research": "research", "meeting": "forum", "visit": "visit", "other": "other"}
REPLIES = ("reply", "rehandling")


def local(at: datetime | None) -> date | None:
    return timezone.localdate(at) if at else None


def form(suggestion: Suggestion, reader: int | None) -> SuggestionForm:
    """`reader` is the key of the deputy who reads it and sees no numbers but their own; none for
    the office. Four questions."""
    people, units = people_of(suggestion), units_of(suggestion.pk)
    signers = [
        signer(row, full=reader is None or row.deputy.user_id == reader) for row in people.rows
    ]
    files = suggestion.files.filter(purpose=SuggestionFile.Purpose.PHOTO)
    group = people.lead.deputy.group
    return SuggestionForm(
        meeting=names.meeting_of(suggestion),
        number=names.number_of(suggestion),
        title=suggestion.title,
        lead=signers[0],
        delegation=group.name if group else "",
        co_signers=tuple(signers[1:]),
        circumstances=Circumstances(
            publicity=suggestion.consent,
            research=(FORMED[suggestion.formed_by],) if suggestion.formed_by else (),
            years=suggestion.raised_for,
            closer_contact=suggestion.wants_contact,
            no_reply_needed=suggestion.no_reply_needed,
        ),
        cause=suggestion.problem,
        advice=suggestion.advice,
        attachments=tuple(files.order_by("pk").values_list("name", flat=True)),
        handling_unit="、".join(units.leads),
        submitted_on=local(suggestion.submitted_at),
    )


def handover_sheet(suggestion: Suggestion, part: Assignment) -> HandoverSheet:
    """The copy of one unit, with each date that it was given. Five questions."""
    people, units = people_of(suggestion), units_of(suggestion.pk)
    clocks = part.clocks.filter(event__in=WHAT).order_by("due", "pk")
    return HandoverSheet(
        issuer=names.presidium(suggestion.congress),
        meeting=names.meeting_of(suggestion),
        number=names.number_of(suggestion),
        title=suggestion.title,
        lead=people.names[0],
        lead_phone=phone_of(people.lead),
        co_signers=people.names[1:],
        content=f"{suggestion.problem}\n{suggestion.advice}",
        lead_units=units.leads or (part.unit.name,),
        co_units=units.co_handlers,
        handed_over_on=timezone.localdate(part.handed_over_at),
        to=part.unit.name,
        demands=tuple(Demand(WHAT[row.event], row.due, ground_of(row)) for row in clocks),
        phone=phone_of_office(suggestion.congress_id),
    )


def refusal_letter(suggestion: Suggestion) -> RefusalLetter:
    """With the words that the presidium wrote to the deputy. Four questions."""
    people = people_of(suggestion)
    entry = timeline(suggestion).filter(act=REFUSE.act).last()
    assert entry is not None
    assert suggestion.submitted_at is not None
    issuer = names.presidium(suggestion.congress)
    you = "您" if len(people.rows) == 1 else "你们"
    return RefusalLetter(
        issuer=issuer,
        document_number="",
        deputies=people.names,
        suggestion_title=suggestion.title,
        submitted_on=timezone.localdate(suggestion.submitted_at),
        reason=str(Refusal(suggestion.refusal).label),
        explanation=entry.note.partition("：")[2],
        way_on=f"{you}有不同意见的，可以向{issuer}说明；修改后可以重新提出。",
        on=timezone.localdate(entry.at),
        article=suggestion.refusal_article,
        phone=phone_of_office(suggestion.congress_id),
    )


def reminder_slip(suggestion: Suggestion, part: Assignment, on: date) -> ReminderSlip:
    """All that the unit owes this congress, not this record alone. Five questions."""
    rows = (
        owed_by(part)
        .select_related("suggestion")
        .prefetch_related(*(f"suggestion__{path}" for path in SIGNED))
    )
    return ReminderSlip(
        issuer=names.presidium(suggestion.congress),
        to=part.unit.name,
        owed=tuple(
            Owed(names.number_of(row.suggestion), row.suggestion.title, _lead(row), row.due)
            for row in rows
        ),
        on=on,
        phone=phone_of_office(suggestion.congress_id),
    )


def owed_by(part: Assignment):
    """The running time limits of the unit's replies to this congress."""
    rows = Clock.objects.running().filter(event__in=REPLIES, assignment__unit=part.unit_id)
    return rows.filter(suggestion__congress=part.suggestion.congress_id).order_by("due", "pk")


def _lead(clock: Clock) -> str:
    rows = signed_at_hand(clock.suggestion)
    return next(row.deputy.user.name for row in rows if row.part == "lead")


def reply_letter(suggestion: Suggestion, reply: Reply) -> ReplyLetter:
    """To the deputies of the suggestion; the reply is its own or one that it took over from the
    county. Three questions."""
    people, units = people_of(suggestion), units_of(reply.suggestion_id)
    leads = reply.assignment.role == HandlingRole.LEAD
    where = suggestion.congress, suggestion.term, suggestion.session
    assert reply.signed_at is not None
    return ReplyLetter(
        issuer=reply.assignment.unit.name,
        document_number=reply.document_no,
        result_class=reply.result_class,
        meeting=names.short_meeting(*where),
        number=names.number_of(suggestion),
        deputies=people.names,
        suggestion_title=suggestion.title,
        body="\n".join(filter(None, _body(reply))),
        on=timezone.localdate(reply.signed_at),
        co_units=units.co_handlers if leads else (),
        contact=reply.handler,
        phone=reply.handler_phone,
        copies=(names.office(suggestion.congress),),
    )


def _body(reply: Reply) -> tuple[str, ...]:
    """What its class demands stands in the letter too."""
    promised = f"承诺事项：{reply.promise.rstrip('。')}，于{written(reply.promised_on)}前完成。"
    reported = f"已于{written(reply.reported_on)}向{reply.reported_to}报告。"
    return (
        reply.body,
        reply.class_reason,
        promised if reply.promise and reply.promised_on else "",
        reported if reply.reported_to and reply.reported_on else "",
    )


def opinion_form(suggestion: Suggestion, row: Signatory, replies: list[Reply]) -> OpinionForm:
    """Of one signatory for the replies of a round; ticked where it has been rated. Four
    questions."""
    people = people_of(suggestion)
    signed = people.of(row.pk)
    round_no = replies[0].round_no
    rating = Rating.objects.filter(signatory=row, round_no=round_no).first()
    clock = suggestion.clocks.running().filter(event="feedback").first()
    said = {}
    if rating:
        aspects = ("consultation", "attitude", "reply", "result")
        said = {name: getattr(rating, name) for name in aspects}
        said |= {"opinion": rating.comment, "received": "yes"}
    return OpinionForm(
        meeting=names.meeting_of(suggestion),
        number=names.number_of(suggestion),
        title=suggestion.title,
        lead=people.names[0],
        unit="、".join(map(written_by, replies)),
        return_to=names.presidium(suggestion.congress),
        replied_on=local(replies[-1].released_at),
        result_class="、".join(sorted({reply.result_class for reply in replies})),
        signed_on=local(rating.rated_at) if rating else None,
        phone=phone_of(signed),
        return_by=clock.due if clock else None,
        **said,
    )
