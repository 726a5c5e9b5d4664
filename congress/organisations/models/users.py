"""People: one row for every human, with or without an account."""

from typing import ClassVar, Self

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.organisations.phones import MOBILE, digits_of


class UserQuerySet(models.QuerySet["User"]):
    def by_login(self, text: str) -> "User | None":
        """The person whose user name or log-in number `text` is; spaces, dashes and full-width
        digits do not matter in a number."""
        digits = digits_of(text)
        found = self.filter(phone=digits) if MOBILE.fullmatch(digits) else self.none()
        return found.first() or self.filter(username=text.strip()).first()

    def with_account(self) -> Self:
        return self.exclude(username=None, phone=None)


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):  # type: ignore[misc]
    def create_user(self, username: str | None, password: str | None = None, **fields) -> "User":
        """Without a password the person cannot log in."""
        user = self.model(username=username, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, username: str, password: str, **fields) -> "User":
        return self.create_user(username, password, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """A person. The superuser is no business role: what a person may do follows from running
    appointments and mandates."""

    username = models.CharField(
        pgettext_lazy("field", "user name"),
        max_length=50,
        unique=True,
        null=True,
        blank=True,
        validators=[
            RegexValidator(
                r"^(?!\d{11}$)[\w.@-]+$",
                _("Letters, digits and . @ - _ only; eleven digits would be a phone number."),
            )
        ],
        error_messages={"unique": _("This user name is taken.")},
    )
    name = models.CharField(pgettext_lazy("person", "name"), max_length=50)
    phone = models.CharField(
        pgettext_lazy("field", "log-in number"),
        max_length=11,
        unique=True,
        null=True,
        blank=True,
        validators=[RegexValidator(MOBILE.pattern, _("A mobile number has eleven digits."))],
        error_messages={"unique": _("Another person logs in with this number.")},
        help_text=_("A mobile number with which the person may log in."),
    )
    email = models.EmailField(pgettext_lazy("person", "e-mail"), blank=True)
    is_active = models.BooleanField(_("may log in"), default=True)

    objects = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["name"]

    class Meta:
        verbose_name = pgettext_lazy("noun", "person")
        verbose_name_plural = pgettext_lazy("noun", "people")
        ordering: ClassVar = ["name", "pk"]
        indexes: ClassVar = [models.Index(fields=["name"], name="user_name")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(username=""), name="user_username_not_empty"),
            models.CheckConstraint(condition=~Q(phone=""), name="user_phone_not_empty"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name


class ContactPhone(models.Model):
    """A number by which a person is reached; families share one, so it is not unique.

    `number` is eleven digits or a landline where `complete`, else the text as it was written.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="contact_phones")
    number = models.CharField(pgettext_lazy("field", "phone number"), max_length=40)
    complete = models.BooleanField(_("number is complete"), default=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = pgettext_lazy("field", "contact number")
        verbose_name_plural = pgettext_lazy("field", "contact numbers")
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "number"], name="contact_phone_once")
        ]

    def __str__(self) -> str:
        return self.number
