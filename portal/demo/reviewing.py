"""The county's side: return and mending, keeping, deciding."""

from congress.information.actions import retain_item, return_item, undo_retain, undo_return
from portal.demo.adopting import adopt
from portal.demo.handing import hand_in, withdraw
from portal.demo.running import Steps
from portal.demo.story import Story

RETURNED = (0.19, 0.12)
NEVER_MENDED = 0.03


def review(story: Story) -> Steps:
    """At most two rounds of return and mending, then the decision."""
    if story.happens(0.018):
        yield story.wait(0, 1)
        withdraw(story)
        return
    for share in RETURNED:
        yield story.wait(1, 1, 2, 3, 3, 5, 7)
        if not story.happens(share):
            break
        mend = send_back(story)
        if story.office.once("undone_return", after=2):
            yield story.wait(0)
            _undo_return(story)
            continue
        yield story.wait(1, 2, 2, 3, 4, 6, 9)
        if story.happens(0.05):
            withdraw(story)
            return
        if story.happens(NEVER_MENDED):
            return
        story.mend(mend)
        yield from hand_in(story)
    else:
        yield story.wait(1, 2)
    yield from _decide(story)


def send_back(story: Story) -> str:
    """Returns the item and says how it will be mended."""
    row = story.office.pick("return")
    reason, advice = row["reason"], row["advice"]
    return_item(story.item, reason=reason, advice=advice, by=story.office.editor, at=story.at)
    return row["mend"]


def _undo_return(story: Story) -> None:
    reason = story.office.say("undo_return")
    undo_return(story.item, reason=reason, by=story.office.editor, at=story.at)


def _decide(story: Story) -> Steps:
    """Adopted at once, kept for good, or kept and adopted after all."""
    editor = story.office.editor
    if not story.happens(story.desk.place["skill"] + story.office.favour(story.piece.kind)):
        reason = story.office.say("retain")
        retain_item(story.item, reason=reason, by=editor, at=story.at)
        if story.office.once("undone_retain", after=3):
            yield story.wait(2, 3)
            reason = story.office.say("undo_retain")
            undo_retain(story.item, reason=reason, by=editor, at=story.at)
        elif not story.happens(0.05):
            return
        yield story.wait(5, 10, 15)
    yield from adopt(story)
