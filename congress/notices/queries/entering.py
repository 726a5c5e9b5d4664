"""Who stands behind the link of the group chat."""

from datetime import datetime

from congress.notices.models import Notice
from congress.notices.models.notices import LINK_ACT
from congress.notices.queries.ledger import numbers_of
from congress.notifications.models import PersonalLink


def link_for(token: str, name: str, digits: str, *, at: datetime) -> PersonalLink | None:
    """The open link of the one person invited whose name is this and one of whose numbers ends so;
    None where there is nobody, or where two people fit."""
    notice = Notice.objects.filter(group_token=token).first()
    if notice is None:
        return None
    wanted = "".join(name.split())
    rows = notice.recipients.filter(user__name=wanted).select_related("user")
    people = [
        row.user
        for row in rows.prefetch_related("user__contact_phones")
        if any(number.endswith(digits) for number in _numbers(row.user))
    ]
    if len(people) != 1:
        return None
    links = PersonalLink.objects.for_record(notice, LINK_ACT).open_at(at)
    return links.filter(user=people[0]).first()


def _numbers(user) -> list[str]:
    return [*numbers_of(user), user.phone or ""]
