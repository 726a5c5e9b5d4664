"""Which promises are to be spoken of: before their day, after it, and each year until kept."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from congress.notifications.dues import Due, cite
from congress.organisations.roles import COUNTY_SUPERVISOR, SECRETARY, UNIT_OFFICER
from congress.suggestions.models import Commitment
from congress.suggestions.queries.reminding import Holders, Stage, morning, words_of
from congress.workdays.wording import long_day

BEFORE = Stage("before-10", -10)
YEAR = 365


def promised_stages(at: datetime) -> Iterator[Due]:
    """Of every open promise, to the unit; after the day to the office of the congress too, whoever
    holds the post then. Two queries whatever their number."""
    today = timezone.localdate(at)
    rows = Commitment.objects.filter(
        state="open", promised_on__lte=today - timedelta(days=BEFORE.days)
    )
    promises = list(rows.select_related("suggestion__congress", "reply__assignment__unit"))
    places: set[int | None] = {row.suggestion.congress_id for row in promises}
    places |= {row.reply.assignment.unit_id for row in promises}
    holders = Holders(places, today)
    for promise in promises:
        for stage in reached(promise.promised_on, today):
            yield from _dues(promise, stage, holders)


def reached(promised_on: date, today: date) -> Iterator[Stage]:
    if promised_on + timedelta(days=BEFORE.days) <= today:
        yield BEFORE
    for days in range(1, (today - promised_on).days + 1, YEAR):
        yield Stage(f"late-{days}", days)


def _dues(promise: Commitment, stage: Stage, holders: Holders) -> Iterator[Due]:
    told = holders.of(promise.reply.assignment.unit_id, UNIT_OFFICER)
    if stage.days > 0:
        told = told | holders.of(promise.suggestion.congress_id, SECRETARY, COUNTY_SUPERVISOR)
    title = f"{words_of(stage)}：{promise.text}"
    text = _("%(unit)s promised it by %(day)s: %(title)s") % {
        "unit": promise.reply.assignment.unit.name,
        "day": long_day(promise.promised_on),
        "title": promise.suggestion.title,
    }
    code = f"{stage.code} {promise.promised_on.isoformat()}"
    due_at = morning(promise.promised_on + timedelta(days=stage.days))
    path = reverse("suggestions:commitment", args=[promise.pk])
    for user in sorted(told):
        yield Due(code, due_at, cite(promise), user, title, text, path)
