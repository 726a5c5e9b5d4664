"""Personal links: issued with a record's act, revoked with its end."""

from collections.abc import Iterable
from datetime import datetime

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import pgettext

from congress.audit.actions import record as enter
from congress.audit.actors import Actor
from congress.notifications.addressees import Addressee
from congress.notifications.models import PersonalLink
from congress.notifications.rules import may_issue
from congress.notifications.tokens import new_tokens
from congress.organisations.models import Organisation, User
from congress.organisations.rules import NotAllowed, require


@transaction.atomic
def issue_links(
    users: Iterable[Addressee],
    *,
    act: str,
    record: models.Model,
    organisation: Organisation,
    until: datetime,
    by: Actor,
    at: datetime,
) -> dict[int, PersonalLink]:
    """One link for each person, by the person's key. Who has one keeps it, its end moved where
    `until` is later.

    The trail of the record has one entry, without the links themselves, where one is new. The
    number of questions does not depend on the number of people. `revoke_links` takes them back.
    """
    require(may_issue(by, organisation))
    if until <= at:
        raise ValueError("a link has to end after it begins")
    people = sorted({user.pk for user in users})
    meta = record._meta
    fresh = [
        PersonalLink(
            user_id=user,
            organisation_id=organisation.pk,
            act=act,
            room=meta.app_label,
            kind=str(meta.model_name),
            object_id=record.pk,
            token=token,
            until=until,
            issued_at=at,
        )
        for user, token in zip(people, new_tokens(len(people)), strict=True)
    ]
    # Whoever issues at the same moment finds the rows of the other and keeps them.
    PersonalLink.objects.bulk_create(fresh, ignore_conflicts=True)
    standing = PersonalLink.objects.for_record(record, act).standing()
    # All of the record's: thousands of keys in a question cost more than the rows.
    found = {link.user_id: link for link in standing}
    links = {user: found[user] for user in people if user in found}
    _lengthen([link for link in links.values() if link.until < until], until)
    own = {link.token for link in fresh}
    new = sum(link.token in own for link in links.values())
    if new:
        enter(
            record,
            "issue_links",
            by=by,
            at=at,
            label=pgettext("act", "personal links issued"),
            details={"links": act, "people": new, "until": timezone.localtime(until).isoformat()},
        )
    return links


def _lengthen(links: list[PersonalLink], until: datetime) -> None:
    if links:
        rows = PersonalLink.objects.filter(pk__in=[link.pk for link in links], until__lt=until)
        rows.update(until=until)
    for link in links:
        link.until = until


@transaction.atomic
def revoke_links(
    record: models.Model,
    *,
    act: str,
    users: Iterable[User] | None = None,
    by: Actor,
    at: datetime,
) -> int:
    """Ends the standing links of the record, of these people or of all, and returns how many.
    It cannot be taken back: a new issue gives new links."""
    links = PersonalLink.objects.for_record(record, act).standing()
    if users is not None:
        links = links.filter(user__in=[user.pk for user in users])
    for organisation in Organisation.objects.filter(pk__in=links.values("organisation")):
        if not may_issue(by, organisation):
            raise NotAllowed
    revoked = links.update(revoked_at=at)
    if revoked:
        enter(
            record,
            "revoke_links",
            by=by,
            at=at,
            label=pgettext("act", "personal links revoked"),
            details={"links": act, "people": revoked},
        )
    return revoked
