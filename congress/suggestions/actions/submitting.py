"""From the deputies' hands to the office's, and back."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.audit.queries import last_entry
from congress.flow.moves import NotNow, move
from congress.organisations.rules import require
from congress.suggestions.actions.clocks import begin_clock
from congress.suggestions.actions.cosigning import end_cosigning
from congress.suggestions.actions.holding import held, held_in
from congress.suggestions.actions.mandates import require_mandate
from congress.suggestions.actions.telling import tell
from congress.suggestions.models import Suggestion, SuggestionFile
from congress.suggestions.models.choices import Answer, Consent, Part
from congress.suggestions.queries import people
from congress.suggestions.queries.sessions import sitting
from congress.suggestions.rules import is_lead, may_move
from congress.suggestions.states import entry as states
from congress.suggestions.states.process import NEVER_PUBLIC
from congress.web.public_pages import public_page_changed


@transaction.atomic
def submit_suggestion(
    suggestion: Suggestion, *, edition: int | None = None, by: Actor, at: datetime
) -> Suggestion:
    """To the office of the congress, with those who have confirmed by now; the others fall away.
    The text as it was handed in is kept in the trail. Raises `ValidationError` where the form
    lacks something, where the text is no longer of the `edition` that was read, or where the lead
    is a deputy no more. What a deputy submits while a session sits was raised in it."""
    suggestion = held_in(suggestion, states.SUBMIT)
    require(may_move(by, suggestion, states.SUBMIT))
    check_edition(suggestion, edition)
    check_complete(suggestion)
    if not suggestion.entered_by:
        require_mandate(suggestion.signatories.get(part=Part.LEAD).deputy, at)
    if suggestion.session_id is None and not suggestion.entered_by:
        suggestion.session = sitting(suggestion.term, timezone.localdate(at))
    was_asking = suggestion.state == "awaiting_cosigners"
    unconfirmed = suggestion.signatories.exclude(answer=Answer.CONFIRMED)
    unconfirmed.delete()
    suggestion.submitted_at = at
    signed = suggestion.signatories.count()
    kept = {name: getattr(suggestion, name) for name in ("title", "problem", "advice")}
    move(
        suggestion, states.SUBMIT, by=by, at=at, fields=["submitted_at", "session"],
        note=_("motion handled as a suggestion") if suggestion.from_motion else "",
        details={"signatories": signed, "text": kept},
    )  # fmt: skip
    if was_asking:
        end_cosigning(suggestion, by=by, at=at)
    if suggestion.session_id is None:
        begin_clock(suggestion, "hand_over", on=timezone.localdate(at))
    title = _("New suggestion: %(title)s") % {"title": suggestion.title}
    tell(people.office(suggestion, timezone.localdate(at)), suggestion, title, by=by, at=at)
    return suggestion


def check_edition(suggestion: Suggestion, edition: int | None) -> None:
    if edition is not None and edition != suggestion.edition:
        raise ValidationError(_("The text was changed meanwhile. Please read it once more."))


def check_complete(suggestion: Suggestion) -> None:
    missing = {}
    if not suggestion.title.strip():
        missing["title"] = _("Please write a title.")
    if not suggestion.problem.strip():
        missing["problem"] = _("Please say what the situation and the problem are.")
    if not suggestion.advice.strip():
        missing["advice"] = _("Please say what should be done.")
    if missing:
        raise ValidationError(missing)
    paper = suggestion.files.filter(purpose=SuggestionFile.Purpose.PAPER)
    if suggestion.entered_by and not paper.exists():
        raise ValidationError(
            _("Entered on behalf: please attach a photo or scan of the signed paper first.")
        )


@transaction.atomic
def set_consent(suggestion: Suggestion, *, consent: str, by: Actor, at: datetime) -> Suggestion:
    """The lead deputy may give or take back the consent to publication at any time, but not to
    what is never published; without it what was published leaves the public pages at once."""
    suggestion = held(suggestion, states.SUBMIT)
    require(is_lead(by, suggestion))
    if suggestion.state in NEVER_PUBLIC:
        raise NotNow(states.SUBMIT, last_entry(suggestion))
    if suggestion.consent == consent:
        return suggestion
    suggestion.consent = consent
    if consent == Consent.NONE:
        suggestion.published_at = None
    suggestion.full_clean()
    suggestion.save(update_fields=["consent", "published_at"])
    public_page_changed()
    label = pgettext("act done", "changed the consent to publication")
    note = str(suggestion.get_consent_display())
    record(suggestion, "set_consent", by=by, at=at, label=label, note=note)
    return suggestion
