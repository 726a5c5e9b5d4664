"""What a ledger adds up to, who is left to call, and how each is reached."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from congress.notices.models import Notice, Recipient
from congress.notices.models.ledger import DONE, Answer, Decision, RecipientQuerySet
from congress.organisations.models import User

LEAVE = Q(answer=Answer.LEAVE)


@dataclass(frozen=True)
class Totals:
    """`invited` = `attend` + `leave` + `confirmed` + `told` + `not_yet`: `confirmed` pressed and
    gave no answer, `told` were told by phone and did neither. `leave` = `granted` + `refused` +
    `undecided`. `invited` = `came` + `excused` + `absent`: `excused` have leave and did not come.
    """

    invited: int
    attend: int
    leave: int
    confirmed: int
    told: int
    not_yet: int
    opened: int
    granted: int
    refused: int
    undecided: int
    came: int
    excused: int
    absent: int

    @property
    def seen(self) -> int:
        return self.invited - self.not_yet


def totals(notice: Notice) -> Totals:
    """One question."""
    pressed = Q(answer="", confirmed_at__isnull=False)
    only_told = Q(answer="", confirmed_at=None, told_at__isnull=False)
    came = Q(checked_in_at__isnull=False)
    excused = ~came & Q(decision=Decision.GRANTED)
    counts = {
        "invited": Count("pk"),
        "attend": Count("pk", filter=Q(answer=Answer.ATTEND)),
        "leave": Count("pk", filter=LEAVE),
        "confirmed": Count("pk", filter=pressed),
        "told": Count("pk", filter=only_told),
        "not_yet": Count("pk", filter=~DONE),
        "opened": Count("pk", filter=Q(opened_at__isnull=False)),
        "granted": Count("pk", filter=Q(decision=Decision.GRANTED)),
        "refused": Count("pk", filter=Q(decision=Decision.REFUSED)),
        "undecided": Count("pk", filter=LEAVE & Q(decision="")),
        "came": Count("pk", filter=came),
        "excused": Count("pk", filter=excused),
        "absent": Count("pk", filter=~came & ~Q(decision=Decision.GRANTED)),
    }
    return Totals(**notice.recipients.aggregate(**counts))


def finding(notice: Notice, found: Totals) -> str:
    """The title of the page says what the ledger says."""
    if notice.state == "cancelled":
        return _("Cancelled; %(seen)s of %(invited)s had seen it") % _numbers(found)
    if found.not_yet:
        return _("%(not_yet)s people have not seen it yet") % _numbers(found)
    if notice.is_meeting:
        return _("Everybody has seen it: %(attend)s come, %(leave)s ask for leave") % _numbers(
            found
        )
    return _("All %(invited)s people have seen it") % _numbers(found)


def _numbers(found: Totals) -> dict[str, int]:
    return vars(found) | {"seen": found.seen}


def ledger(notice: Notice) -> RecipientQuerySet:
    """Every row with its person, by group."""
    rows: RecipientQuerySet = Recipient.objects.filter(notice=notice)
    rows = rows.select_related("user", "seat")
    return rows.order_by("seat__position", "seat", "group_name", "pk")


def with_numbers(rows: RecipientQuerySet) -> RecipientQuerySet:
    return rows.prefetch_related("user__contact_phones")


def left_to_call(notice: Notice) -> RecipientQuerySet:
    return with_numbers(ledger(notice).not_yet())


def next_to_call(notice: Notice, after: Recipient) -> Recipient | None:
    """The one who stands after this row among those left, else the first of them."""
    left = [row for row in ledger(notice).not_yet() if row.pk != after.pk]
    order = {row.pk: place for place, row in enumerate(ledger(notice))}
    later = [row for row in left if order[row.pk] > order[after.pk]]
    return next(iter(later or left), None)


def numbers_of(user: User) -> list[str]:
    """Full numbers, complete ones first; the log-in number where there is no other."""
    phones = sorted(user.contact_phones.all(), key=lambda phone: not phone.complete)
    return [phone.number for phone in phones] or ([user.phone] if user.phone else [])


def mobile_of(user: User) -> str:
    """The number to which a text goes; empty where there is none."""
    numbers = (number for number in numbers_of(user) if _is_mobile(number))
    return next(numbers, "")


def _is_mobile(number: str) -> bool:
    return len(number) == 11 and number.startswith("1") and number.isdigit()


def names_in(rows: Iterable[Recipient]) -> str:
    return "、".join(row.user.name for row in rows)
