"""The public files of deputies: who they are and what they did, never how they are reached."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from congress.notices.models import Notice, Recipient
from congress.notices.models.ledger import Decision
from congress.organisations.models import Deputy, Organisation
from congress.suggestions.models import Signatory, Suggestion
from congress.suggestions.models.choices import Part
from congress.suggestions.queries.published import full_texts, published_in


@dataclass(frozen=True)
class Attendance:
    """Of the meetings whose attendance was noted: `invited` = `came` + `leave` + `absent`."""

    invited: int
    came: int
    leave: int
    absent: int


@dataclass(frozen=True)
class PublicFile:
    """`led` and `cosigned` count what was submitted and not withdrawn."""

    led: int
    cosigned: int
    published: list[Suggestion]
    attendance: Attendance


def deputies_in(county: int, on: date) -> QuerySet[Deputy]:
    """The running mandates of the county's congress and of its townships'."""
    rows = Deputy.objects.running(on).filter(Q(congress=county) | Q(congress__parent=county))
    return rows.select_related("user", "congress", "term", "constituency", "group")


def congresses_in(county: int, on: date) -> list[Organisation]:
    """Those with deputies, with their `number`; the county first."""
    runs = Q(deputies__in=Deputy.objects.running(on).values("pk"))
    rows = Organisation.objects.filter(Q(pk=county) | Q(parent=county))
    rows = rows.annotate(number=Count("deputies", filter=runs)).filter(number__gt=0)
    return sorted(rows.order_by("position", "pk"), key=lambda row: row.parent_id is not None)


def public_file(deputy: Deputy, county: int, now: datetime) -> PublicFile:
    """Three questions."""
    signed = Signatory.objects.standing().filter(
        deputy=deputy,
        suggestion__submitted_at__isnull=False,
        suggestion__raised_from=None,
    )
    counts = signed.exclude(suggestion__state="withdrawn").aggregate(
        led=Count("pk", filter=Q(part=Part.LEAD)),
        cosigned=Count("pk", filter=Q(part=Part.COSIGNER)),
    )
    own = signed.filter(part__in=(Part.LEAD, Part.COSIGNER)).values("suggestion")
    shown = full_texts(published_in(county)).filter(pk__in=own).defer("problem", "advice")
    return PublicFile(
        **counts,
        published=list(shown.order_by("-registered_at", "-pk")),
        attendance=_attendance(deputy, now),
    )


def _attendance(deputy: Deputy, now: datetime) -> Attendance:
    """A meeting at which nobody was checked in says nothing of who came."""
    meetings = Notice.objects.filter(state="sent", meeting_at__lt=now)
    noted = Recipient.objects.filter(notice=OuterRef("pk"), checked_in_at__isnull=False)
    rows = Recipient.objects.filter(
        user=deputy.user_id,
        seat=deputy.congress_id,
        as_deputy=True,
        notice__in=meetings.filter(Exists(noted)).values("pk"),
        notice__meeting_at__date__gte=deputy.starts_on,
    )
    came = Q(checked_in_at__isnull=False)
    excused = ~came & Q(decision=Decision.GRANTED)
    found = rows.aggregate(
        invited=Count("pk"),
        came=Count("pk", filter=came),
        leave=Count("pk", filter=excused),
        absent=Count("pk", filter=~came & ~excused),
    )
    return Attendance(**found)
