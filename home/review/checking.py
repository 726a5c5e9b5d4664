"""Finding what is public without the three reviews."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from wagtail.models import TaskState

from home.models import PublishedBefore, ReviewedPage, ReviewTaskState
from home.review.approvals import require_approved_text
from home.review.refusals import NotReviewed
from home.review.steps import Step


def types() -> list[type[ReviewedPage]]:
    return [model for model in apps.get_models() if issubclass(model, ReviewedPage)]


def live_without_steps(model: type[ReviewedPage]) -> QuerySet[ReviewedPage]:
    """Live pages whose text has not three approved steps of its own, and that were not live
    before the reviews: one query."""
    steps = (
        ReviewTaskState.objects.filter(
            revision=OuterRef("live_revision"),
            page=OuterRef("pk"),
            status=TaskState.STATUS_APPROVED,
        )
        .exclude(digest="")
        .values("workflow_state")
        .annotate(steps=Count("step", distinct=True))
        .order_by("-steps")
        .values("steps")[:1]
    )
    before = PublishedBefore.objects.values("page")
    pages = model._default_manager.filter(live=True).annotate(taken=Coalesce(Subquery(steps), 0))
    return pages.filter(taken__lt=len(Step)).exclude(pk__in=before)


def live_without_reviews() -> Iterator[ReviewedPage]:
    """Those, and the pages whose text or files are no longer what was read."""
    for model in types():
        for page in model._default_manager.filter(live=True).order_by("pk").iterator():
            try:
                require_approved_text(page)
            except NotReviewed:
                yield page


def require_reviews() -> None:
    """For the health page: raises where something is public past the reviews."""
    found = sum(live_without_steps(model).count() for model in types())
    if found:
        raise RuntimeError(f"{found} published without reviews")
