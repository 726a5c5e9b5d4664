"""Where a piece of news stands, and whether its draft may be written on in the workspace."""

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from home.models import NewsPage
from home.plain.kept import Row

DRAFT, REVIEW, SCHEDULED, LIVE, CHANGED, EXPIRED = (
    "draft",
    "review",
    "scheduled",
    "live",
    "changed",
    "expired",
)
LABELS: dict[str, str | Promise] = {
    DRAFT: pgettext_lazy("news state", "draft"),
    REVIEW: pgettext_lazy("news state", "in review"),
    SCHEDULED: pgettext_lazy("news state", "scheduled"),
    LIVE: pgettext_lazy("news state", "published"),
    CHANGED: pgettext_lazy("news state", "published, being corrected"),
    EXPIRED: pgettext_lazy("news state", "expired"),
}
TONES = {DRAFT: "neutral", REVIEW: "info", SCHEDULED: "info", LIVE: "success", CHANGED: "warning"}


def state_of(page: NewsPage, *, in_review: bool) -> str:
    if in_review:
        return REVIEW
    if page.live:
        return CHANGED if page.has_unpublished_changes else LIVE
    if page.expired:
        return EXPIRED
    scheduled = page.latest_revision and page.latest_revision.approved_go_live_at
    return SCHEDULED if scheduled else DRAFT


def is_open(page: NewsPage) -> bool:
    """Neither published nor in review nor locked nor waiting for its day."""
    in_review = bool(page.workflow_in_progress)
    return not page.locked and state_of(page, in_review=in_review) in (DRAFT, EXPIRED)


def version_of(page: NewsPage) -> int:
    """Grows with every saving, whoever saves: the moment of the latest revision in microseconds."""
    saved_at = page.latest_revision_created_at
    return int(saved_at.timestamp() * 1_000_000) if saved_at else 0


def missing_for_review(page: NewsPage, rows: list[Row]) -> Iterator[str]:
    """What must be there before the draft is handed into review, a sentence each."""
    if not rows:
        yield _("There is no text yet.")
    if page.cover_id and not page.cover_alternative:
        yield _("Please say in a sentence what the cover picture shows.")
    pictures = [row["value"] for row in rows if row["type"] == "picture"]
    for number, value in enumerate(pictures, 1):
        if not value.get("alternative"):
            yield _("Please say in a sentence what picture %(number)s shows.") % {"number": number}
