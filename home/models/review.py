"""The task of a reviewer in Wagtail's workflow, and what is kept of each step taken."""

from datetime import datetime
from typing import Any, ClassVar

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page, Task, TaskState, WorkflowState
from wagtail.signals import task_submitted

from congress.audit.actors import Actor
from congress.organisations.models import Organisation
from congress.organisations.rules import NotAllowed, actors_of
from home.review.desks import desks_of, fits
from home.review.digests import digest_of
from home.review.forms import ApproveForm, SendBackForm
from home.review.locks import ReviewLock
from home.review.refusals import CHANGED, NotReviewed
from home.review.steps import CHECKLIST, Step
from home.review.taking import Same


class ReviewTaskState(TaskState):
    """One step of the review of one revision. `section` is the county or the township.

    Filled when the step is taken: the reviewer as they were that day, what was ticked, `same`
    where it was somebody who should not, and the fingerprint of what was read.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="review_steps")
    section = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    step = models.CharField(max_length=10, choices=Step.choices)
    name = models.CharField(max_length=100, blank=True)
    role_label = models.CharField(max_length=60, blank=True)
    organisation_name = models.CharField(max_length=100, blank=True)
    checked = models.JSONField(default=list)
    same = models.CharField(max_length=10, choices=[(s.value, s.value) for s in Same], blank=True)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["section", "step"], name="review_in_section")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(step__in=Step.values), name="review_step"),
            models.CheckConstraint(
                condition=Q(digest="") | ~Q(name=""), name="review_approved_by_somebody"
            ),
        ]

    @transaction.atomic
    def approve(
        self,
        user: Any = None,
        update: bool = True,
        comment: str = "",
        *,
        by: Actor | None = None,
        at: datetime | None = None,
        checked: Any = (),
    ) -> "ReviewTaskState":
        """The last step publishes. Raises `NotAllowed`, `NotReviewed` where the text was changed
        meanwhile, ValueError where something of the list is not ticked."""
        if by is None or by.user_id is None:
            raise NotAllowed
        at = at or timezone.now()
        self.same = self.require_reviewer(by, at)
        if set(checked) < set(CHECKLIST):
            raise ValueError("the whole list is checked")
        self.checked = [code for code in CHECKLIST if code in checked]
        self.digest = self._require_unchanged()
        self._remember(by)
        super().approve(user=user, update=False, comment=comment)
        self.finished_at = at
        self.save(update_fields=["finished_at"])
        if update:
            self.workflow_state.update(user=user)
        return self

    @transaction.atomic
    def reject(
        self,
        user: Any = None,
        update: bool = True,
        comment: str = "",
        *,
        by: Actor | None = None,
        at: datetime | None = None,
    ) -> "ReviewTaskState":
        if by is None or by.user_id is None:
            raise NotAllowed
        at = at or timezone.now()
        self.require_reviewer(by, at)
        self._remember(by)
        super().reject(user=user, update=update, comment=comment)
        self.finished_at = at
        self.save(update_fields=["finished_at"])
        return self

    def require_reviewer(self, by: Actor, at: datetime) -> str:
        """Why the person should not have to take the step, empty where nothing speaks against."""
        desk = desks_of([self], timezone.localdate(at))[self.pk]
        if not desk.may_take(by.user_id) or not fits(by, self.section, self.step):
            raise NotAllowed
        return desk.same(by.user_id)

    def _require_unchanged(self) -> str:
        read = digest_of(self.revision.as_object())
        earlier = ReviewTaskState.objects.filter(
            workflow_state=self.workflow_state,
            revision=self.revision,
            status=TaskState.STATUS_APPROVED,
        )
        newest = Page.objects.values_list("latest_revision_id", flat=True).get(pk=self.page_id)
        if newest != self.revision_id or set(earlier.values_list("digest", flat=True)) - {read}:
            raise NotReviewed(CHANGED)
        return read

    def _remember(self, by: Actor) -> None:
        self.name, self.role_label = by.name, by.role_label
        self.organisation_name = by.organisation_name


class ReviewTask(Task):
    """One of the three, the same for all sections; who takes it is asked of the section."""

    step = models.CharField(
        pgettext_lazy("review", "step"), max_length=10, choices=Step.choices, unique=True
    )

    task_state_class = ReviewTaskState
    lock_class = ReviewLock

    class Meta:
        verbose_name = _("step of the three reviews")

    def start(self, workflow_state: WorkflowState, user: Any = None) -> TaskState:
        """A step begins only when those before it have approved the text as it is now; otherwise
        the first that has not begins instead."""
        due = workflow_state.get_next_task()
        if due is not None and due.pk != self.pk:
            return due.specific.start(workflow_state, user=user)
        page = workflow_state.content_object.specific
        revision = page.get_latest_revision()
        revision.as_object().require_submittable()
        begun = ReviewTaskState.objects.create(
            workflow_state=workflow_state,
            revision=revision,
            task=self,
            page=page,
            section_id=page.section_id,
            step=self.step,
        )
        task_submitted.send(sender=ReviewTaskState, instance=begun, user=user)
        return begun

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        """What is being reviewed stands still, for everybody."""
        return True

    def user_can_access_editor(self, obj: Any, user: Any) -> bool:
        return bool(self.get_actions(obj, user))

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        state = obj.current_workflow_task_state
        if not isinstance(state, ReviewTaskState) or self._actor(state, user) is None:
            return []
        return [
            ("approve", pgettext_lazy("button", "Approve"), True),
            ("reject", pgettext_lazy("button", "Send back"), True),
        ]

    def get_form_for_action(self, action: str) -> type:
        return ApproveForm if action == "approve" else SendBackForm

    @transaction.atomic
    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> None:
        """From Wagtail's own windows, and from `home.actions`, which say `by` and `at`."""
        Page.objects.select_for_update(of=("self",)).get(pk=task_state.page_id)
        state = ReviewTaskState.objects.get(pk=task_state.pk)
        kwargs.setdefault("by", self._actor(state, user))
        super().on_action(state, user, action_name, **kwargs)

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> Any:
        """None in Wagtail's own panel: ours shows them."""
        return TaskState.objects.none()

    @staticmethod
    def _actor(state: ReviewTaskState, user: Any) -> Actor | None:
        today = timezone.localdate()
        if not desks_of([state], today)[state.pk].may_take(user.pk):
            return None
        posts = actors_of(user, today)
        return next((actor for actor in posts if fits(actor, state.section, state.step)), None)
