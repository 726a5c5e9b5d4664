"""The life of an item: each step waits for its moment and then does one act.

`life` yields the moment of the next act; who drives it stops at the end of the demo's time and
leaves the item as it stands.
"""

from congress.information.actions import discard_draft
from portal.demo.handing import hand_in, sign, submit
from portal.demo.reviewing import review, send_back
from portal.demo.running import Steps
from portal.demo.story import Story


def life(story: Story) -> Steps:
    yield story.at
    story.begin()
    if story.happens(0.006):
        yield story.wait(2, 5)
        discard_draft(story.item, by=story.secretary, at=story.at)
        return
    if story.happens(0.01):
        return
    yield story.wait(0, 0, 0, 0, 1, 1, 2, 4)
    yield from hand_in(story)
    yield from review(story)


def draft(story: Story) -> Steps:
    """Begun, and still on the desk."""
    yield story.at
    story.begin()


def handed(story: Story) -> Steps:
    """Handed in at once: it waits for the chair or for the county."""
    yield from draft(story)
    yield story.wait(0)
    submit(story)


def returned(story: Story) -> Steps:
    """Returned on the next working day, and not yet mended."""
    yield from handed(story)
    if story.item.state == "awaiting_sign_off":
        yield story.wait(0)
        sign(story)
    yield story.wait(1)
    send_back(story)
