"""The base of every page that is published by the three reviews and by nothing else."""

from datetime import date, datetime
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import CommentPanel, FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page, PageManager, PageQuerySet, Revision

from congress.organisations.models import Organisation, User
from home.models.base import SitePage, SiteTester
from home.models.marks import Correction
from home.review import refusals
from home.review.approvals import approved_steps, is_approved, require_approved_text, touches_text
from home.review.notes import CorrectionForm
from home.review.refusals import NotReviewed

SCHEDULED = "wagtail.publish.scheduled"
RELATED = 5


class ReviewedQuerySet(PageQuerySet):
    def in_section(self, organisation_id: int) -> Self:
        return self.filter(section_id=organisation_id)

    def of_editors(self, user: User) -> Self:
        """The pages of the sections whose editors the person belongs to, by the groups."""
        sections = Organisation.objects.filter(section__editors__user=user)
        return self.filter(Q(section__in=sections) | Q(section__parent__in=sections))


class ReviewedTester(SiteTester):
    """In review the text stands still; whoever may edit the page sends it to review."""

    def can_submit_for_moderation(self) -> bool:
        return self.can_edit() and super().can_submit_for_moderation()


class ReviewedPage(SitePage):
    """A page whose text three people have read before it is public.

    A subclass has `section`, the county or the township that writes and reviews it, taken from the
    list in which it is made, and lists `schedule_panel` and `correction_panel` among its panels.
    `publish` and `save` raise `NotReviewed` for any other text, whoever calls.
    """

    correction = models.CharField(
        pgettext_lazy("news", "what was corrected"),
        max_length=300,
        blank=True,
        help_text=_(
            "Needed when a published page is changed: one sentence that readers see below the text,"
            " with the date."
        ),
    )

    objects = PageManager.from_queryset(ReviewedQuerySet)()

    # The order in which readers meet the texts of a section.
    newest_first: ClassVar = ("-first_published_at", "-pk")
    base_form_class = CorrectionForm
    correction_panel = FieldPanel("correction")
    # Wagtail's window of dates says that they need the right to publish, which nobody has: here
    # they are approved with the text.
    schedule_panel = MultiFieldPanel(
        [FieldRowPanel([FieldPanel("go_live_at"), FieldPanel("expire_at")])],
        heading=pgettext_lazy("heading", "Publishing by date"),
        help_text=_("May stay empty. The dates are reviewed and approved with the text."),
    )
    settings_panels: ClassVar = [CommentPanel()]
    exclude_fields_in_copy = ["correction"]

    class Meta:
        abstract = True

    def _set_core_field_defaults(self) -> None:
        if self.path and self.section_id is None:
            self.section_id = self.get_parent().specific.section_id
        super()._set_core_field_defaults()

    def permissions_for_user(self, user: Any) -> ReviewedTester:
        return ReviewedTester(user, self)

    @property
    def shown_on(self) -> date | None:
        """The day that readers see."""
        published = self.first_published_at
        return timezone.localdate(published) if published else None

    def related(self) -> PageQuerySet:
        """The newest others of its kind in its section."""
        others = type(self)._default_manager.live().filter(section=self.section_id)
        newest = others.exclude(pk=self.pk).order_by(*self.newest_first)
        return newest.defer_streamfields()[:RELATED]

    def require_submittable(self) -> None:
        """A page that was published before says what was corrected, anew each time."""
        if self.needs_note(self.correction):
            raise ValidationError({"correction": refusals.NEEDS_NOTE})

    def needs_note(self, note: str) -> bool:
        if self.pk is None or self.first_published_at is None:
            return False
        stored = type(self)._default_manager.values_list("correction", flat=True)
        return not note.strip() or note == stored.get(pk=self.pk)

    @transaction.atomic
    def publish(
        self,
        revision: Revision,
        user: Any = None,
        changed: bool = True,
        log_action: Any = True,
        previous_revision: Revision | None = None,
        skip_permission_checks: bool = False,
    ) -> Any:
        """Only a revision that all three steps approved, and that was not past its time when the
        last one did. One whose date has come but that was changed meanwhile, or whose time was over
        before it came, loses its date instead of holding up the others."""
        is_scheduled = log_action == SCHEDULED
        approved = is_approved(revision)
        moment = timezone.now() if is_scheduled or not approved else self._approved_at(revision)
        ends = revision.as_object().expire_at
        is_past = ends is not None and ends <= moment
        if is_past or not approved:
            if is_scheduled:
                revision.approved_go_live_at = None
                revision.save(update_fields=["approved_go_live_at"])
                return None
            raise NotReviewed(refusals.PAST if is_past else refusals.NOT_REVIEWED)
        corrected = self.first_published_at is not None and self.live_revision_id != revision.pk
        done = super().publish(
            revision, user, changed, log_action, previous_revision, skip_permission_checks=True
        )
        if corrected:
            self._note_correction(revision)
        return done

    @staticmethod
    def _approved_at(revision: Revision) -> datetime:
        return approved_steps(revision.pk)[-1].finished_at

    def _note_correction(self, revision: Revision) -> None:
        """Readers see the note from the moment the corrected text is public."""
        stored = type(self)._default_manager.get(pk=self.pk)
        if stored.live and stored.live_revision_id == revision.pk and stored.correction:
            last = self._approved_at(revision)
            day = max(last, stored.go_live_at or last)
            Correction.objects.get_or_create(
                revision=revision,
                defaults={
                    "page": stored,
                    "note": stored.correction,
                    "made_on": timezone.localdate(day),
                },
            )

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Whatever makes a page live or changes a live one comes by here: publishing, a copy that
        keeps live, an alias, a page added live, plain code."""
        if self.live and touches_text(self, kwargs.get("update_fields")):
            require_approved_text(self)
        return super().save(*args, **kwargs)

    @transaction.atomic
    def save_revision(self, *args: Any, **kwargs: Any) -> Revision:
        """A revision that somebody reviewed is never overwritten, and a text that is changed
        while it waits begins its review anew."""
        kept = kwargs.get("overwrite_revision")
        if kept is not None and kept.task_states.exists():
            kwargs["overwrite_revision"] = None
        revision = super().save_revision(*args, **kwargs)
        waiting = self.current_workflow_task_state
        if waiting is not None and waiting.revision_id != revision.pk:
            waiting.cancel(user=kwargs.get("user"))
        return revision

    def copy(self, *args: Any, **kwargs: Any) -> Page:
        return super().copy(*args, **(kwargs | {"keep_live": False}))

    def create_alias(self, *args: Any, **kwargs: Any) -> Page:
        raise NotReviewed(refusals.NO_ALIAS)

    def move(self, target: Page, pos: str | None = None, user: Any = None) -> None:
        raise NotReviewed(refusals.NO_MOVE)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        published = self.first_published_at is not None
        return super().get_context(request, *args, **kwargs) | {
            "reviews": approved_steps(self.live_revision_id) if self.live else [],
            "related": self.related(),
            "corrections": list(Correction.objects.filter(page=self.pk)) if published else [],
        }
