"""A suggestion as its deputies see it: big words, one act at a time."""

from typing import Any

from django.utils.functional import Promise
from django.views.generic import TemplateView

from congress.suggestions.models import Reply, Suggestion
from congress.suggestions.models.choices import Answer, Part
from congress.suggestions.queries.clocks import found
from congress.suggestions.queries.own import remark_on
from congress.suggestions.queries.own_steps import next_clock, steps_of
from congress.suggestions.rules import STAFF, files_visible_to
from congress.suggestions.states import SUGGESTION
from congress.suggestions.states.process import OWES, YOU
from congress.suggestions.views.base import SuggestionMixin
from congress.suggestions.views.buttons import buttons_for
from congress.suggestions.views.parts import Button
from congress.suggestions.views.sections import sections_for
from congress.workdays.wording import EVENT_WORDS, explained, notes, reason

PAPERS = "_papers.html"
# What this page says itself, in its own words, or at another place.
SAID_HERE = ("_replies.html", "_clocks.html", "_handling.html", PAPERS)
INSIDE = (*STAFF, "unit_officer")


def text_context(suggestion: Suggestion) -> dict[str, Any]:
    """The text and who stands under it: who was asked and has not confirmed is only counted."""
    rows = list(suggestion.signatories.select_related("deputy__user").order_by("pk"))
    standing = [row for row in rows if row.answer == Answer.CONFIRMED]
    return {
        "lead": next((row for row in standing if row.part == Part.LEAD), None),
        "cosigners": [row for row in standing if row.part != Part.LEAD],
        "asked": len(rows) - len(standing),
        "circumstances": circumstances(suggestion),
        "photos": list(suggestion.files.filter(reply=None, purpose__in=("photo", "paper"))),
    }


def circumstances(suggestion: Suggestion) -> list[tuple[str | Promise, str]]:
    """The ticked boxes of the official form, as names and values."""
    fields = {field.name: field for field in Suggestion._meta.fields}
    said: list[tuple[str | Promise, str]] = [
        (fields[name].verbose_name, str(getattr(suggestion, f"get_{name}_display")()))
        for name in ("kind", "consent", "formed_by", "raised_for")
        if getattr(suggestion, name)
    ]
    flags = ("wants_contact", "no_reply_needed", "open_to_cosigners", "from_motion")
    return said + [(fields[name].verbose_name, "") for name in flags if getattr(suggestion, name)]


class OwnPageView(SuggestionMixin, TemplateView):
    template_name = "congress/suggestions/own.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        suggestion, actors = self.suggestion, self.actors
        sections = sections_for(actors, suggestion)
        buttons = self.buttons()
        own_turn = any(button.main for button in buttons["buttons"])
        return super().get_context_data(
            state=SUGGESTION.state(suggestion.state),
            owes=YOU if own_turn else OWES.get(suggestion.state, ""),
            steps=steps_of(suggestion),
            clock=self.clock(),
            **buttons,
            sections=[s for s in sections if not s.template.endswith(SAID_HERE)],
            papers=[s for s in sections if s.template.endswith(PAPERS)],
            replies=self.replies(),
            remark=remark_on(suggestion),
            **text_context(suggestion),
            **kwargs,
        )

    def buttons(self) -> dict[str, list[Button]]:
        """What is seldom wanted stands at the foot once it is submitted."""
        found = buttons_for(self.actors, self.suggestion)
        if self.suggestion.submitted_at is None:
            return {"buttons": found, "seldom": []}
        return {
            "buttons": [button for button in found if button.main],
            "seldom": [button for button in found if not button.main],
        }

    def clock(self) -> dict[str, Any] | None:
        row = next_clock(self.suggestion)
        if row is None:
            return None
        deadline = found(row)
        return {
            "what": EVENT_WORDS[row.event],
            "due": row.due,
            "days": (row.due - self.today).days,
            "facts": explained(deadline),
            "notes": notes(deadline),
            "skipped": [(skip.day, reason(skip.reason)) for skip in deadline.count.skipped],
        }

    def replies(self) -> list[Reply]:
        """What was released, the newest first, each with its files."""
        rows = self.suggestion.replies.filter(state="released").select_related("assignment__unit")
        replies = list(rows.order_by("-round_no", "-released_at"))
        files = files_visible_to(self.actors).filter(reply__in=replies) if replies else ()
        for reply in replies:
            reply.shown_files = [file for file in files if file.reply_id == reply.pk]
        return replies
