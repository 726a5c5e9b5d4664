"""The replies on a suggestion's page: a draft for its unit, a signed one for the office too, a
released one for everybody who sees the record."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from congress.audit.actors import Actor
from congress.flow.transitions import State
from congress.suggestions.models import Reply, Suggestion, SuggestionFile
from congress.suggestions.queries.replies import OWED_IN, class_words
from congress.suggestions.rules import replies_visible_to, works_at
from congress.suggestions.states import REPLY
from congress.suggestions.views.parts import Section


@dataclass(frozen=True)
class ReplyRow:
    """`edit_url` and `sign_url` are empty where the act is not now, or not the person's."""

    reply: Reply
    files: list[SuggestionFile]
    state: State
    result: str
    edit_url: str = ""
    sign_url: str = ""


def replies_sections(actors: tuple[Actor, ...], suggestion: Suggestion) -> Iterator[Section]:
    replies = replies_visible_to(actors).filter(suggestion=suggestion)
    replies = replies.select_related("assignment__unit").prefetch_related("files")
    rows = [_row(actors, suggestion, reply) for reply in replies]
    if rows:
        several = suggestion.round_no == 2
        yield Section("congress/suggestions/_replies.html", {"rows": rows, "rounds": several})


def _row(actors: tuple[Actor, ...], suggestion: Suggestion, reply: Reply) -> ReplyRow:
    reply.suggestion = suggestion
    files, state, result = list(reply.files.all()), REPLY.state(reply.state), class_words(reply)
    if reply.state != "draft" or suggestion.state not in OWED_IN:
        return ReplyRow(reply, files, state, result)
    if not any(works_at(actor, reply.assignment) for actor in actors):
        return ReplyRow(reply, files, state, result)
    return ReplyRow(
        reply,
        files,
        state,
        result,
        reverse("suggestions:reply", args=[suggestion.pk, reply.assignment_id]),
        reverse("suggestions:sign_reply", args=[suggestion.pk, reply.pk]),
    )
