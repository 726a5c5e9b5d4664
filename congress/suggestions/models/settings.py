"""How a congress handles suggestions."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from congress.organisations.models import Organisation
from congress.suggestions.schemes import DEFAULT, schemes


class SuggestionSettings(models.Model):
    """Of a township or of the county for its own records. `class_scheme` is read of the county
    alone, `office_phone` stands on papers. Without a row replies are checked and the scheme is
    `schemes.DEFAULT`."""

    organisation = models.OneToOneField(
        Organisation, on_delete=models.PROTECT, related_name="suggestion_settings"
    )
    check_replies = models.BooleanField(_("replies are checked before they go out"), default=True)
    class_scheme = models.CharField(
        _("scheme of result classes"),
        max_length=20,
        choices=[(scheme.code, scheme.name) for scheme in schemes().values()],
        default=DEFAULT,
    )
    office_phone = models.CharField(_("telephone of the office"), max_length=30, blank=True)

    def __str__(self) -> str:
        return str(self.organisation)
