"""What is printed where, what is sent up, and what leaders say to it."""

from django.utils import timezone

from congress.information.actions import adopt_item, note_instruction, send_up, undo_adoption
from congress.information.models import Adoption, SentUp
from portal.demo.printing import Printed
from portal.demo.running import Steps
from portal.demo.story import Story


def adopt(story: Story) -> Steps:
    """All printings of the item, one after the other; some that were sent up stay unanswered."""
    for printed in story.office.press.printings(story.piece, story.desk.place, story.chance):
        sending = None
        if printed.sent_up:
            sending = _send_up(story, printed)
            yield story.wait(4, 7, 10, 16)
            if story.item.state == "adopted" and story.happens(0.15):
                continue
        adoption = _enter(story, printed, sending)
        if story.office.once("undone_adoption", after=5):
            yield story.wait(1)
            reason = story.office.say("undo_adoption")
            story.item = undo_adoption(adoption, reason=reason, by=story.office.editor, at=story.at)
            yield story.wait(0)
            _enter(story, printed, None)
        yield story.wait(0, 1, 2, 4)
    if story.happens(0.05):
        yield story.wait(1, 3, 6)
        _instruct(story)


def _send_up(story: Story, printed: Printed) -> SentUp:
    level, day = printed.publication.level, timezone.localdate(story.at)
    return send_up(story.item, level=level, sent_on=day, by=story.office.editor, at=story.at)


def _enter(story: Story, printed: Printed, sending: SentUp | None) -> Adoption:
    day = timezone.localdate(story.at)
    return adopt_item(
        story.item,
        publication=printed.publication,
        adopted_on=day,
        issue=story.office.press.issue(printed, day),
        mode=printed.mode,
        printed_title=printed.title,
        printed_text=printed.text,
        sending=sending,
        by=story.office.editor,
        at=story.at,
    )


def _instruct(story: Story) -> None:
    row = story.office.pick("instruction")
    note_instruction(
        story.item,
        level=row["level"],
        leader=row["leader"],
        given_on=timezone.localdate(story.at),
        gist=row["gist"].format(**story.piece.filled),
        by=story.office.editor,
        at=story.at,
    )
