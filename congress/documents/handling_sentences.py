"""The figures of the yearly report in sentences, each true of what it counts: nothing is said of
an empty group, and every percentage names the number it is a part of."""

from collections.abc import Sequence
from datetime import date

from congress.documents.handling_figures import Commitments, Counted, Figures, Ratings
from congress.documents.wording import clean, day, share

SUBJECT = "代表建议、批评和意见"


def counted(rows: Sequence[Counted]) -> str:
    return "、".join(f"{clean(row.name)}{row.count}件" for row in rows if row.count)


def received(figures: Figures, period: str) -> str:
    if not figures.received:
        return f"{clean(period)}没有收到{SUBJECT}。"
    said = f"{clean(period)}共收到{SUBJECT}{figures.received}件"
    if figures.handed_over == figures.received:
        said += "，已全部交办。"
    elif figures.handed_over:
        said += f"。其中，{counted(figures.apart)}；交办{figures.handed_over}件。"
    else:
        said += f"。其中，{counted(figures.apart)}，没有需要交办的建议。"
    kinds = counted(figures.categories)
    return said + (f"交办的建议按内容分：{kinds}。" if kinds else "")


def replied(figures: Figures, on: date) -> str:
    """Of what was handed over by the day of the report."""
    whole, done, late = figures.handed_over, figures.replied, figures.overdue
    if not done:
        said = f"截至{day(on)}，交办的{whole}件建议尚未答复"
    elif done == whole:
        said = f"截至{day(on)}，交办的{whole}件建议已全部答复"
    else:
        said = f"截至{day(on)}，交办的{whole}件建议已答复{done}件，答复率{share(done, whole)}"
    if done:
        said += on_time(figures)
    if not figures.waiting:
        return f"{said}。"
    if done:
        said += f"；尚未答复{figures.waiting}件"
    if not late:
        return f"{said}，均在答复期限内。"
    if late == figures.waiting:
        return f"{said}，均已超过答复期限。"
    return f"{said}，其中{late}件已超过答复期限。"


def on_time(figures: Figures) -> str:
    if figures.on_time == figures.replied:
        return "，均为按期答复"
    if not figures.on_time:
        return "，均为逾期答复"
    late = figures.replied - figures.on_time
    part = share(figures.on_time, figures.replied)
    return f"，其中按期答复{figures.on_time}件，占已答复数的{part}，逾期答复{late}件"


def classes(figures: Figures) -> str:
    rows = [row for row in figures.classes if row.count]
    if len(rows) == 1:
        return f"已答复的{figures.replied}件建议，办理结果均为{clean(rows[0].name)}。"
    parts = "；".join(
        f"{clean(row.name)}{row.count}件，占{share(row.count, figures.replied)}" for row in rows
    )
    return f"已答复的{figures.replied}件建议按办理结果分：{parts}。" if rows else ""


def ratings(found: Ratings) -> str:
    if not found.asked:
        return ""
    if not found.returned:
        return f"共发出征询意见表{found.asked}份，尚未收回。"
    missing = found.asked - found.returned
    if missing:
        said = f"共发出征询意见表{found.asked}份，收回{found.returned}份，"
        said += f"收回率{share(found.returned, found.asked)}。"
    else:
        said = f"共发出征询意见表{found.asked}份，已全部收回。"
    parts = "；".join(
        f"“{name}”{count}份，占{share(count, found.returned)}"
        for name, count in (
            ("满意", found.satisfied),
            ("基本满意", found.basically_satisfied),
            ("不满意", found.dissatisfied),
        )
        if count
    )
    said += f"以收回的{found.returned}份计算：{parts}。"
    return said + (f"未收回的{missing}份不计入。" if missing else "")


def rehandled(figures: Figures) -> str:
    whole, done = figures.rehandled, figures.rehandled_replied
    if not whole:
        return ""
    if done == whole:
        return f"代表不满意而重新办理的{whole}件建议，均已再次答复。"
    if not done:
        return f"代表不满意而重新办理的{whole}件建议，尚未再次答复。"
    return (
        f"代表不满意而重新办理的{whole}件建议，已再次答复{done}件，其余{whole - done}件正在办理。"
    )


def commitments(found: Commitments) -> str:
    if not found.made:
        return ""
    rows = (("已兑现", found.fulfilled), ("正在办理", found.running), ("已逾期", found.overdue))
    present = [(name, count) for name, count in rows if count]
    said = f"各承办单位在答复中作出承诺事项{found.made}项"
    if len(present) == 1:
        name = present[0][0]
        return f"{said}，{'均' if found.made > 1 else ''}{name}。"
    parts = "，".join(f"{name}{count}项" for name, count in present)
    return f"{said}，其中{parts}；兑现率{share(found.fulfilled, found.made)}。"
