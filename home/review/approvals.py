"""Whether a revision has passed all three steps, and what refuses to publish any other."""

from collections import defaultdict

from wagtail.models import Page, Revision, TaskState

from home.models.marks import PublishedBefore
from home.models.review import ReviewTaskState
from home.review.digests import digest_of, reviewed_fields
from home.review.refusals import NotReviewed
from home.review.steps import Step


def approved_steps(revision_id: int | None) -> list[ReviewTaskState]:
    """The steps of the review in which all three approved this revision, in their order; empty
    where there is none."""
    rows = ReviewTaskState.objects.filter(revision=revision_id, status=TaskState.STATUS_APPROVED)
    by_review: defaultdict[int, dict[str, ReviewTaskState]] = defaultdict(dict)
    for row in rows.exclude(digest="").order_by("pk"):
        by_review[row.workflow_state_id][row.step] = row
    full = [steps for steps in by_review.values() if len(steps) == len(Step)]
    return [full[-1][step] for step in Step] if full else []


def is_approved(revision: Revision) -> bool:
    """All three steps have read exactly this text with these files."""
    read = {row.digest for row in approved_steps(revision.pk)}
    return read == {digest_of(revision.as_object())}


def require_approved_text(page: Page) -> None:
    """Refuses to save a live page whose text is not that of an approved revision of its own, or,
    for a page from before the reviews, is not the text it has had since."""
    revision = page.live_revision
    own = revision is not None and page.pk and revision.object_id == str(page.pk)
    if own and {row.digest for row in approved_steps(revision.pk)} == {digest_of(page)}:
        return
    if page.pk and PublishedBefore.objects.filter(page=page.pk).exists():
        stored = type(page)._default_manager.filter(pk=page.pk, live=True).first()
        if stored and digest_of(stored) == digest_of(page):
            return
    raise NotReviewed


def touches_text(page: Page, update_fields: list[str] | None) -> bool:
    names = {"live", "live_revision"} | {field.name for field in reviewed_fields(page)}
    return update_fields is None or bool(names & set(update_fields))
