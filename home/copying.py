"""The form by which a reviewed page is copied, within its section or into another."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.pages import CopyForm


class ReviewedCopyForm(CopyForm):
    """A copy is a draft of its own. An alias would be live without anybody's consent and belong
    to two sections, so neither it nor a published copy is on offer."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("alias", "publish_copies"):
            self.fields.pop(name, None)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if self.data.get("alias"):
            self.add_error(
                "new_title",
                ValidationError(
                    _("A page cannot stand in a second place as an alias. Please make a copy."),
                    "alias",
                ),
            )
        return data
