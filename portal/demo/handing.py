"""From the township's desk to the county, by way of the chair where the township wants it."""

from congress.information.actions import (
    recall_item,
    send_back_item,
    sign_off_item,
    submit_item,
    withdraw_item,
)
from portal.demo.running import Steps
from portal.demo.story import Story


def hand_in(story: Story) -> Steps:
    submit(story)
    if story.item.state != "awaiting_sign_off":
        return
    if story.happens(0.04):
        yield story.wait(0)
        recall_item(story.item, by=story.secretary, at=story.at)
        yield story.wait(0)
        submit(story)
    if story.happens(0.08):
        yield story.wait(1)
        remark = story.office.say("remark")
        send_back_item(story.item, remark=remark, by=story.desk.chair, at=story.at)
        yield story.wait(1, 2)
        story.mend("figures")
        submit(story)
    yield story.wait(0, 1, 1, 2)
    sign(story)


def submit(story: Story) -> None:
    story.item = submit_item(story.item, by=story.secretary, at=story.at)


def sign(story: Story) -> None:
    story.item = sign_off_item(story.item, by=story.desk.chair, at=story.at)


def withdraw(story: Story) -> None:
    reason = story.office.say("withdraw")
    withdraw_item(story.item, reason=reason, by=story.secretary, at=story.at)
