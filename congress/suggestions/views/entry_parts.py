"""What writers and co-signers may do now, and the wish to withdraw."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from congress.audit.actors import Actor
from congress.organisations.roles import DEPUTY
from congress.suggestions.models import Signatory, Suggestion, Withdrawal
from congress.suggestions.models.choices import Answer, Part
from congress.suggestions.rules import is_office
from congress.suggestions.states.entry import ASK_COSIGNERS, SUBMIT, TAKE_TO_DESK, WITHDRAW
from congress.suggestions.states.process import NEVER_PUBLIC
from congress.suggestions.views.parts import Button, Section

WRITE = pgettext_lazy("button", "Go on writing")
ASK = pgettext_lazy("button", "Ask others to co-sign")
CHECK = pgettext_lazy("button", "Check and submit")
PAPER = pgettext_lazy("button", "Who signed on paper")
DISCARD = pgettext_lazy("button", "Remove draft")
BACK = pgettext_lazy("button", "Take back and change")
COSIGN = pgettext_lazy("button", "Read and co-sign")
OFF = pgettext_lazy("button", "Withdraw it")
KEEP = pgettext_lazy("button", "Do not withdraw it after all")
AGREE = pgettext_lazy("button", "Agree to the withdrawal")
CONSENT = pgettext_lazy("button", "Change the consent")


def entry_buttons(actors: tuple[Actor, ...], suggestion: Suggestion) -> Iterable[Button]:
    row = own_row(actors, suggestion)
    led = row is not None and row.part == Part.LEAD
    behalf = bool(suggestion.entered_by) and any(is_office(a, suggestion) for a in actors)
    if led or behalf:
        yield from _writer(suggestion, behalf)
    if row is not None:
        yield from _signatory(row, suggestion, led)


def _writer(suggestion: Suggestion, behalf: bool) -> Iterable[Button]:
    if suggestion.state in SUBMIT.sources:
        yield _page(suggestion, CHECK, "submit", main=True)
    if suggestion.state in ASK_COSIGNERS.sources:
        yield _page(suggestion, WRITE, "edit")
        if behalf:
            yield _page(suggestion, PAPER, "paper_signers")
        yield _page(suggestion, ASK, "cosigners")
        yield _page(suggestion, DISCARD, "discard")
    if suggestion.state in TAKE_TO_DESK.sources:
        yield Button(BACK, _url(suggestion, "to_desk"), post=True)


def _signatory(row: Signatory, suggestion: Suggestion, led: bool) -> Iterable[Button]:
    if suggestion.state == "awaiting_cosigners" and not led:
        yield _page(suggestion, COSIGN, "cosign", main=row.answer == Answer.ASKED)
    if led and suggestion.submitted_at and suggestion.state not in NEVER_PUBLIC:
        yield _page(suggestion, CONSENT, "consent")
    if suggestion.state in WITHDRAW.sources and row.answer == Answer.CONFIRMED:
        wished = Withdrawal.objects.filter(suggestion=suggestion).exists()
        if led and wished:
            yield Button(KEEP, _url(suggestion, "keep"), post=True)
        elif led:
            yield _page(suggestion, OFF, "withdraw")
        elif wished and row.agreed_to_withdraw_at is None:
            yield _page(suggestion, AGREE, "agree", main=True)


def own_row(actors: Iterable[Actor], suggestion: Suggestion) -> Signatory | None:
    people = {actor.user_id for actor in actors if actor.role == DEPUTY}
    if not people:
        return None
    return suggestion.signatories.filter(deputy__user__in=people).first()


def entry_sections(_actors: tuple[Actor, ...], suggestion: Suggestion) -> Iterable[Section]:
    """The wish to withdraw, and who has not agreed yet."""
    if suggestion.state not in WITHDRAW.sources:
        return
    wish = Withdrawal.objects.filter(suggestion=suggestion).first()
    if wish:
        rows = suggestion.signatories.standing().filter(agreed_to_withdraw_at=None)
        names = [row.deputy.user.name for row in rows.select_related("deputy__user")]
        context = {"wish": wish, "missing": names}
        yield Section("congress/suggestions/_withdrawal.html", context)


def _page(suggestion: Suggestion, label: Promise, name: str, main: bool = False) -> Button:
    return Button(label, _url(suggestion, name), main=main)


def _url(suggestion: Suggestion, name: str) -> str:
    return reverse(f"suggestions:{name}", args=[suggestion.pk])
