"""The acts a person may do on an item now, as buttons."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from congress.audit.actors import Actor
from congress.flow.transitions import Transition
from congress.information import rules, states
from congress.information.models import Item

# The acts that need nothing typed are one press; the others open a page.
ONE_PRESS = {
    states.SUBMIT: "submit",
    states.RESUBMIT: "submit",
    states.SIGN_OFF: "sign_off",
    states.RECALL: "recall",
    states.RECALL_RETURNED: "recall",
}
PAGES = {
    states.SEND_BACK: "send_back",
    states.SEND_BACK_RETURNED: "send_back",
    states.ADOPT: "adopt",
    states.RETURN: "return",
    states.RETAIN: "retain",
    states.UNDO_RETURN: "undo_return",
    states.UNDO_RETAIN: "undo_retain",
    states.WITHDRAW: "withdraw",
}
MAIN = (states.SUBMIT, states.SIGN_OFF, states.ADOPT)
AFTER_HAND_IN = (states.RESUBMIT, states.RECALL_RETURNED, states.SEND_BACK_RETURNED)
BEFORE_HAND_IN = (states.SUBMIT, states.RECALL, states.SEND_BACK)


@dataclass(frozen=True)
class Button:
    """`post` presses at once; otherwise `url` opens the page of the act."""

    label: str | Promise
    url: str
    post: bool
    main: bool


def buttons_for(actors: tuple[Actor, ...], item: Item, *, signs_off: bool) -> list[Button]:
    """The one main act first. `signs_off`: the township wants its chair's signature."""
    buttons = [
        _button(item, transition, signs_off)
        for transition in states.ITEM.from_state(item.state)
        if _offered(item, transition)
        and any(rules.may_move(actor, item, transition) for actor in actors)
    ]
    if any(rules.may_edit(actor, item) for actor in actors):
        url = reverse("information:edit", args=[item.pk])
        mend = item.state == "returned"
        buttons.append(Button(pgettext_lazy("button", "Edit"), url, post=False, main=mend))
    if any(rules.may_note(actor, item) for actor in actors):
        for label, name in (
            (pgettext_lazy("button", "Send up"), "send_up"),
            (pgettext_lazy("button", "Enter instruction"), "note_instruction"),
        ):
            url = reverse(f"information:{name}", args=[item.pk])
            buttons.append(Button(label, url, post=False, main=False))
    if any(rules.may_discard(actor, item) for actor in actors):
        url = reverse("information:discard", args=[item.pk])
        label = pgettext_lazy("button", "Remove draft")
        buttons.append(Button(label, url, post=False, main=False))
    return sorted(buttons, key=lambda button: not button.main)


def _offered(item: Item, transition: Transition) -> bool:
    """Twins of one act differ by whether the item was handed in before."""
    if transition not in ONE_PRESS and transition not in PAGES:
        return False
    if item.handed_in:
        return transition not in BEFORE_HAND_IN
    return transition not in AFTER_HAND_IN


def _button(item: Item, transition: Transition, signs_off: bool) -> Button:
    label = transition.label
    if signs_off and transition in (states.SUBMIT, states.RESUBMIT):
        label = states.REQUEST_SIGN_OFF.label
    name = ONE_PRESS.get(transition) or PAGES[transition]
    return Button(
        label,
        reverse(f"information:{name}", args=[item.pk]),
        post=transition in ONE_PRESS,
        main=transition in MAIN,
    )
