"""Publication, by the consent of the lead deputy and the decision of the presidium."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.organisations.rules import require
from congress.suggestions.actions.holding import held
from congress.suggestions.models import Suggestion
from congress.suggestions.models.choices import Consent
from congress.suggestions.rules import is_presidium
from congress.suggestions.states.entry import REGISTER
from congress.web.public_pages import public_page_changed


@transaction.atomic
def publish_suggestion(
    suggestion: Suggestion, *, checked: bool, by: Actor, at: datetime
) -> Suggestion:
    """To the public pages, as far as the lead deputy consents; `checked`: no secret and no personal
    data stand in it. Taken back by `unpublish_suggestion`."""
    suggestion = held(suggestion, REGISTER)
    require(is_presidium(by, suggestion))
    if suggestion.consent == Consent.NONE:
        raise ValidationError(_("The lead deputy does not consent to publication."))
    if suggestion.reference is None or suggestion.state in ("withdrawn", "merged"):
        raise ValidationError(_("Only what was registered and not withdrawn can be published."))
    if suggestion.raised_from_id is not None:
        raise ValidationError(_("It is published by the township from which it came."))
    if not checked:
        raise ValidationError(
            {"checked": _("Please check that it holds no secrets and no personal data.")}
        )
    if suggestion.published_at is None:
        suggestion.published_at = at
        suggestion.full_clean()
        suggestion.save(update_fields=["published_at"])
        label = pgettext("act done", "published it")
        note = str(suggestion.get_consent_display())
        record(suggestion, "publish", by=by, at=at, label=label, note=note)
        public_page_changed()
    return suggestion


@transaction.atomic
def unpublish_suggestion(
    suggestion: Suggestion, *, reason: str, by: Actor, at: datetime
) -> Suggestion:
    suggestion = held(suggestion, REGISTER)
    require(is_presidium(by, suggestion))
    if suggestion.published_at is not None:
        suggestion.published_at = None
        suggestion.save(update_fields=["published_at"])
        label = pgettext("act done", "took it off the public pages")
        record(suggestion, "unpublish", by=by, at=at, label=label, note=reason)
        public_page_changed()
    return suggestion
