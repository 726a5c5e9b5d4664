"""The editor's form of a reviewed page: a correction says what was corrected."""

from typing import Any

from django.core.exceptions import ValidationError

from congress.web.moments import require_possible_year
from home.own_files import OwnFilesForm
from home.review.refusals import NEEDS_NOTE

DATES = {"go_live_at", "expire_at"}


class CorrectionForm(OwnFilesForm):
    """A draft is saved without the note; sending it to review asks for it."""

    def __init_subclass__(cls) -> None:
        """The dates stand among the fields, so nothing leads to Wagtail's window of dates. Wagtail
        puts its own answer before this class: only the form that it makes of it can say so."""
        super().__init_subclass__()
        cls.show_schedule_publishing_toggle = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in DATES & self.fields.keys():
            self.fields[name].validators.append(require_possible_year)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not self.is_deferred_validation and self._needs_note(data):
            self.add_error("correction", ValidationError(NEEDS_NOTE))
        return data

    def _needs_note(self, data: dict[str, Any]) -> bool:
        return "correction" in self.fields and self.instance.needs_note(data.get("correction", ""))
