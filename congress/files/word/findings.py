"""What a reading meets on its way and must tell the person."""

from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TRACKED = _("The file holds tracked changes. They were taken as accepted: deletions are gone.")
COMMENTS = _("Comments in the file were left out.")
HIDDEN = _("Hidden text was left out.")
STRUCK = _("Some words were struck through and have been kept. Please check them.")
BOXES = _("Text boxes were put into the text where they were anchored. Please check the order.")
CONTENTS = _("The table of contents was left out.")
CHARTS = _("Charts and drawings were left out. Please add them as pictures if they matter.")
FORMULAS = _("Formulas were turned into plain text. Please check them.")
LINKED = _("A picture that is not in the file itself was left out.")
TOO_MANY = _("More than 60 pictures are in the file; the others were left out.")
NOTES = _("Footnotes were put at the end of the text.")
TABLE_PICTURES = _("Pictures that stood in a table were put after it, or in its place.")


@dataclass
class Findings:
    """Warnings in the order in which they arose, each once."""

    warnings: dict[str | Promise, None] = field(default_factory=dict)

    def tell(self, warning: str | Promise) -> None:
        self.warnings.setdefault(warning)

    def sentences(self) -> tuple[str, ...]:
        return tuple(str(warning) for warning in self.warnings)
