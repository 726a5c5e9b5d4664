"""An item's page."""

from datetime import datetime
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import pgettext
from django.views.generic import TemplateView

from congress.information.models import ItemAttachment
from congress.information.queries.items import ItemPage, item_page
from congress.information.rules import (
    READERS,
    attachments_visible_to,
    is_own,
    may_move,
    may_note,
    signs_off,
)
from congress.information.states import ADOPT, ITEM, UNDO_ADOPTION
from congress.information.views.base import ItemMixin
from congress.information.views.buttons import buttons_for
from congress.organisations.access import PrivateFileView
from congress.web.panels import panels_for
from congress.web.templatetags.web import moment


class ItemDetailView(ItemMixin, TemplateView):
    """Where it stands, who owes the next act, the text, and what happened."""

    template_name = "congress/information/detail.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        item = self.item
        own = any(is_own(actor, item) for actor in self.actors)
        state = ITEM.state(item.state)
        page = item_page(item, self.actors)
        return super().get_context_data(
            page=page,
            item=item,
            own=own,
            state=state,
            state_label=state.label if own else state.public_label,
            owes=owes(item, own),
            steps=steps(page),
            buttons=buttons_for(self.actors, item, signs_off=signs_off(item.organisation)),
            may_undo_adoption=any(may_move(a, item, UNDO_ADOPTION) for a in self.actors),
            may_note=any(may_note(actor, item) for actor in self.actors),
            may_adopt=any(may_move(actor, item, ADOPT) for actor in self.actors),
            panels=panels_for(item, self.actors),
            **kwargs,
        )


def owes(item, own: bool) -> str:
    """Who has to act next, in words; empty where nobody has."""
    township = item.organisation.name
    return {
        "draft": pgettext("owes", "The secretary finishes and submits it."),
        "awaiting_sign_off": (
            pgettext("owes", "The chair signs it or sends it back.")
            if own
            else pgettext("owes", "%(township)s mends it and submits it again.")
            % {"township": township}
        ),
        "submitted": pgettext("owes", "The county office decides."),
        "returned": pgettext("owes", "%(township)s mends it and submits it again.")
        % {"township": township},
    }.get(item.state, "")


def steps(page: ItemPage) -> list[dict[str, Any]]:
    """Draft, submitted, decided: with dates where they have passed."""
    item = page.item
    decided = {"adopted", "retained", "withdrawn"}
    words = [
        (pgettext("step", "Drafted"), item.created_at),
        (pgettext("step", "Submitted"), item.submitted_at),
        (
            str(ITEM.state(item.state).label)
            if item.state in decided
            else pgettext("step", "Decision"),
            _since(page) if item.state in decided else None,
        ),
    ]
    reached = 3 if item.state in decided else int(item.handed_in)
    return [
        {
            "label": label,
            "note": moment(at),
            "state": "done" if index < reached else "current" if index == reached else "next",
        }
        for index, (label, at) in enumerate(words)
    ]


def _since(page: ItemPage) -> datetime | None:
    """When the item came into its state, as far as the trail tells."""
    moves = [e for e in page.timeline if e.to_state == page.item.state != e.from_state]
    return moves[-1].at if moves else None


class ItemFileView(PrivateFileView):
    """An attachment, by the rule of its item's page."""

    roles = READERS

    def get_file_owner(self) -> tuple[Any, ItemAttachment]:
        files = attachments_visible_to(self.actors).select_related("item")
        attachment = get_object_or_404(files, pk=self.kwargs["file"], item_id=self.kwargs["pk"])
        if not attachment.file.storage.exists(str(attachment.file.name)):
            raise Http404
        return attachment.item, attachment
