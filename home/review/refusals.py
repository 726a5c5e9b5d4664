"""Why a page is not published, in a sentence for the person who tried."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NOT_REVIEWED = _(
    "This text has not passed the three reviews, so it was not published. Please send it to review."
)
CHANGED = _(
    "The text or a picture was changed after it was sent to review. Please send it back, so that"
    " it is reviewed anew."
)
PAST = _(
    "The time to take the page offline has passed, so it was not published. Please send it back, so"
    " that the writer chooses another."
)
NO_ALIAS = _("A page cannot be shown in two places at once. Please make a copy instead.")
NO_MOVE = _("A page stays in its section. Please make a copy in the other one.")
NEVER_LIVE = _("A notice is never public. Please hand it over and send it to its people.")
FILE_IN_USE = _(
    "A published page, or one in review, shows this file, so it stays as it was reviewed. Please"
    " upload the new file beside it, put it into the page and send the page to review."
)
NEEDS_NOTE = _("Please say in a sentence what was corrected; readers see it with the date.")
LATE = _("Somebody has decided this step meanwhile. Please open the page again.")
WAITING = _("The page is in review already.")
SCHEDULED = _("The page waits for its date. Please take the date back in the editor first.")
UNCHANGED = _("Nothing was changed since the page was published.")


class NotReviewed(Exception):
    """Refused, whoever asks; `str()` is the sentence to show."""

    def __init__(self, reason: str | Promise = NOT_REVIEWED) -> None:
        self.reason = reason
        super().__init__(reason)

    def __str__(self) -> str:
        return str(self.reason)
