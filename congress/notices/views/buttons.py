"""The acts a person may do on a notice now, as buttons."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from congress.audit.actors import Actor
from congress.flow.transitions import Transition
from congress.notices import rules, states
from congress.notices.models import Notice

ONE_PRESS = {
    states.SUBMIT: "submit",
    states.RECALL: "recall",
    states.SIGN: "sign",
    states.REVISE: "revise",
}
PAGES = {
    states.SEND: "send",
    states.SEND_BACK: "send_back",
    states.MOVE_MEETING: "move",
    states.CANCEL: "cancel",
}
MAIN = (states.SUBMIT, states.SIGN, states.SEND)


@dataclass(frozen=True)
class Button:
    """`post` presses at once; otherwise `url` opens the page of the act."""

    label: str | Promise
    url: str
    post: bool
    main: bool


def buttons_for(actors: tuple[Actor, ...], notice: Notice) -> list[Button]:
    """The one main act first."""
    buttons = [
        Button(
            transition.label,
            _url(notice, ONE_PRESS.get(transition) or PAGES[transition]),
            post=transition in ONE_PRESS,
            main=transition in MAIN,
        )
        for transition in states.NOTICE.from_state(notice.state)
        if any(_may(actor, notice, transition) for actor in actors)
    ]
    if any(rules.may_edit(actor, notice) for actor in actors):
        buttons.append(_page(notice, pgettext_lazy("button", "Edit"), "edit"))
        buttons.append(_page(notice, pgettext_lazy("button", "Remove draft"), "discard"))
    if notice.state == "sent" and any(rules.keeps(actor, notice) for actor in actors):
        label = pgettext_lazy("button", "Who is left to call")
        buttons.append(Button(label, _url(notice, "rest"), post=False, main=True))
        buttons.append(_page(notice, pgettext_lazy("button", "Invite more people"), "add"))
    return sorted(buttons, key=lambda button: not button.main)


def _may(actor: Actor, notice: Notice, transition: Transition) -> bool:
    if transition == states.MOVE_MEETING:
        return rules.may_change_meeting(actor, notice)
    return rules.may_move(actor, notice, transition)


def _page(notice: Notice, label: str | Promise, name: str) -> Button:
    return Button(label, _url(notice, name), post=False, main=False)


def _url(notice: Notice, name: str) -> str:
    return reverse(f"notices:{name}", args=[notice.pk])
