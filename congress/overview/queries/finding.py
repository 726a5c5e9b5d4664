"""The title of the count says what the figures say, and only that."""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from congress.information.queries.count import CountTable, Submissions
from congress.periods import Period

MONTHS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")


def period_name(of: Period) -> str:
    """2026年十月, 2026年第三季度, 2026年上半年, 2026年全年."""
    return f"{of.year}年{short_period_name(of)}"


def short_period_name(of: Period) -> str:
    if of.kind == "month":
        return f"{MONTHS[of.number - 1]}月"
    if of.kind == "quarter":
        return f"第{MONTHS[of.number - 1]}季度"
    if of.kind == "half":
        return "上半年" if of.number == 1 else "下半年"
    return "全年"


def finding(now: CountTable, before: Submissions, today: date) -> str:
    """Compares the whole county with the period before: submissions, then the adoption rate.

    `before` are the totals of the previous period of the same length. A period that still runs is
    compared with nothing.
    """
    name = {"period": short_period_name(now.period)}
    total = now.total
    if not total.submitted:
        return _("%(period)s: nothing submitted yet") % name
    if now.period.contains(today):
        return _("%(period)s so far: %(submitted)s items submitted, %(adopted)s adopted") % (
            name | {"submitted": total.submitted, "adopted": total.adopted_any}
        )
    if not before.submitted:
        return _("%(period)s: %(number)s items submitted, none the period before") % (
            name | {"number": total.submitted}
        )
    submitted = _trend(total.submitted, before.submitted)
    rate = _trend(total.adoption_rate or 0, before.adoption_rate or 0)
    return _sentence(submitted, rate) % name


def _trend(now: Decimal | int, before: Decimal | int) -> int:
    return (now > before) - (now < before)


def _sentence(submitted: int, rate: int) -> str:
    """By the signs of both changes."""
    return {
        (1, 1): _("%(period)s: more submitted, and the adoption rate rose too"),
        (1, 0): _("%(period)s: more submitted, the adoption rate stayed as it was"),
        (1, -1): _("%(period)s: more submitted, the adoption rate did not keep up"),
        (0, 1): _("%(period)s: as many submitted as before, more of them adopted"),
        (0, 0): _("%(period)s: submissions and adoption rate stayed as they were"),
        (0, -1): _("%(period)s: as many submitted as before, fewer of them adopted"),
        (-1, 1): _("%(period)s: fewer submitted, but the adoption rate rose"),
        (-1, 0): _("%(period)s: fewer submitted, the adoption rate stayed as it was"),
        (-1, -1): _("%(period)s: fewer submitted, and the adoption rate fell"),
    }[submitted, rate]
