"""Posts held by people: the source of every staff role."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.organisations.models.organisations import Organisation
from congress.organisations.models.users import User
from congress.organisations.roles import STAFF_ROLE_CHOICES


class RunningQuerySet(models.QuerySet):
    """Rows with `starts_on` ≤ day < `ends_on`, an empty end being open."""

    def running(self, day: date) -> Self:
        return self.filter(Q(ends_on=None) | Q(ends_on__gt=day), starts_on__lte=day)


class Appointment(models.Model):
    """A person's post (任职). It gives its role from `starts_on` until the day before `ends_on`.

    A post with a title (主席, 副主席) has one holder at a time; a role may have several.
    """

    user = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        related_name="appointments",
        verbose_name=pgettext_lazy("noun", "person"),
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="appointments",
        verbose_name=pgettext_lazy("noun", "organisation"),
    )
    role = models.CharField(
        pgettext_lazy("noun", "role"), max_length=30, choices=STAFF_ROLE_CHOICES
    )
    post_title = models.CharField(pgettext_lazy("field", "post title"), max_length=40, blank=True)
    full_time = models.BooleanField(pgettext_lazy("field", "full-time post"), default=False)
    starts_on = models.DateField(_("in post from"))
    ends_on = models.DateField(
        _("in post until"),
        null=True,
        blank=True,
        help_text=_("The first day without the post; the rights end with the day before."),
    )

    objects = RunningQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("noun", "appointment")
        verbose_name_plural = pgettext_lazy("noun", "appointments")
        ordering: ClassVar = ["organisation__position", "role", "pk"]
        indexes: ClassVar = [
            models.Index(fields=["user", "starts_on", "ends_on"], name="appointment_running")
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")),
                name="appointment_order",
                violation_error_message=_("The end must be later than the beginning."),
            ),
            models.UniqueConstraint(
                fields=["organisation", "role", "post_title"],
                condition=Q(ends_on=None) & ~Q(post_title=""),
                name="appointment_one_holder",
                violation_error_message=_("This post has a holder already."),
            ),
            models.UniqueConstraint(
                fields=["user", "organisation", "role"],
                condition=Q(ends_on=None),
                name="appointment_once",
                violation_error_message=_("The person holds this post already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}{self.post_title or self.get_role_display()} {self.user}"
