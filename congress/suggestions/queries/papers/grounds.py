"""A time limit as it stands on a hand-over sheet: what is owed, how long, and by which article."""

from congress.suggestions.models import Clock
from congress.workdays.clocks import DAYS, MONTHS, WORKING_DAYS

# In Chinese as the paper is.
WHAT = {
    "return": "认为不属于职责范围的，申请退回",
    "first_contact": "与代表联系沟通",
    "co_opinion": "将会办意见送主办单位",
    "reply": "书面答复代表",
}
STARTS = {
    "handed_over": "交办之日起",
    "unit_received": "收到之日起",
    "session_closed": "会议闭会之日起",
}
UNITS = {MONTHS: "个月", WORKING_DAYS: "个工作日", DAYS: "日"}


def ground_of(clock: Clock) -> str:
    """交办之日起3个月内，《…》第51条第2款. A text whose article is not known stands alone."""
    begun = STARTS.get(clock.starts, "")
    extended = "（已延期）" if clock.extended else ""
    length = f"{begun}{clock.length}{UNITS[clock.unit]}内{extended}"
    return f"{length}，《{clock.source}》{clock.article}"
