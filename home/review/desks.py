"""Who may take the steps that wait, asked for any number of them in the same few queries."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from wagtail.models import Revision, TaskState

from congress.audit.actors import Actor
from congress.organisations.models import Appointment, Organisation
from congress.organisations.roles import COUNTY_STAFF, TOWNSHIP_STAFF
from home.models.reviewers import Reviewer
from home.review.taking import Desk

STAFF = (*TOWNSHIP_STAFF, *COUNTY_STAFF)
Place = tuple[int, str]


def desks_of(states: Iterable[Any], on: date) -> dict[int, Desk]:
    """The desk of each `ReviewTaskState`, by its key; the states bring their pages along."""
    waiting = list(states)
    if not waiting:
        return {}
    reviewers = reviewers_of({state.section_id for state in waiting}, on)
    writers = _writers({state.page_id: state.page for state in waiting}.values())
    takers = _takers({state.workflow_state_id for state in waiting})
    return {
        state.pk: Desk(
            frozenset(reviewers[state.section_id, state.step]),
            frozenset(writers[state.page_id]),
            frozenset(takers[state.workflow_state_id, state.revision_id]),
        )
        for state in waiting
    }


def reviewers_of(sections: Iterable[int], on: date) -> dict[Place, set[int]]:
    """The users who may take each step in the organisations, by organisation and step, by their
    running posts."""
    parents = dict(Organisation.objects.filter(pk__in=sections).values_list("pk", "parent_id"))
    places = {*parents, *parents.values()}
    posts = Appointment.objects.filter(organisation__in=places, role__in=STAFF).running(on)
    held = set(posts.values_list("organisation_id", "role", "user_id"))
    found: dict[Place, set[int]] = defaultdict(set)
    rows = Reviewer.objects.filter(section__organisation__in=parents)
    for row in rows.values_list("section__organisation_id", "step", "role", "person_id"):
        place, step, role, person = row
        around = (place, parents[place])
        found[place, step] |= {
            user
            for where, post, user in held
            if (where == place and post == role) or (where in around and user == person)
        }
    return found


def fits(actor: Actor, section: Organisation, step: str) -> bool:
    """Whether it is in this post that the person may take such a step."""
    if actor.role not in STAFF or actor.organisation_id not in (section.pk, section.parent_id):
        return False
    rows = Reviewer.objects.filter(section__organisation=section, step=step)
    return any(
        row.person_id == actor.user_id
        if row.person_id
        else row.role == actor.role and actor.organisation_id == section.pk
        for row in rows
    )


def _writers(pages: Iterable[Any]) -> dict[int, set[int]]:
    """Whoever saved the text since it was last published, and who began it where it never was."""
    published = {str(page.pk): page.live_revision_id or 0 for page in pages}
    found: dict[int, set[int]] = defaultdict(set)
    for page in pages:
        if page.owner_id and not page.live_revision_id:
            found[page.pk].add(page.owner_id)
    rows = Revision.page_revisions.filter(object_id__in=published).exclude(user=None)
    for pk, revision, user in rows.values_list("object_id", "pk", "user_id"):
        if revision > published[pk]:
            found[int(pk)].add(user)
    return found


def _takers(workflow_states: Iterable[int]) -> dict[tuple[int, int], set[int]]:
    """Who approved a step of the text as it is, by the review and the revision."""
    approved = TaskState.objects.filter(
        workflow_state__in=workflow_states, status=TaskState.STATUS_APPROVED
    )
    found: dict[tuple[int, int], set[int]] = defaultdict(set)
    for review, revision, user in approved.values_list(
        "workflow_state_id", "revision_id", "finished_by_id"
    ):
        if user is not None:
            found[review, revision].add(user)
    return found
