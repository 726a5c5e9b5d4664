"""From the first word to the hand-over."""

from typing import Any

from congress.organisations.models import Organisation
from congress.suggestions import actions
from congress.suggestions.models import Signatory
from congress.suggestions.models.choices import Consent, HandlingRole
from portal.demo.running import Steps
from portal.demo.suggestions.case import Case
from portal.demo.suggestions.ground import deputy_actor

TEXT = ("title", "problem", "advice", "category")


def draft(case: Case) -> Steps:
    """Begun by the lead deputy, or by the office from a signed paper."""
    yield case.at
    fields: dict[str, Any] = {name: case.text[name] for name in TEXT}
    writer = case.office if case.row.get("paper") else case.deputy
    case.suggestion = actions.draft_suggestion(
        case.congress.organisation, lead=case.lead, session=case.session, **writer, **fields,
        **case.wishes,
    )  # fmt: skip


def ask(case: Case) -> Steps:
    """Co-signers are asked; the first `silent` of the roster say nothing, the rest confirms."""
    yield case.wait(0)
    case.suggestion = actions.ask_cosigners(case.suggestion, deputies=case.cosigners, **case.deputy)
    rows = Signatory.objects.filter(suggestion=case.suggestion, part="cosigner")
    rows = rows.select_related("deputy__user", "deputy__congress", "suggestion__congress")
    for row in list(rows.order_by("-deputy"))[: len(case.cosigners) - case.row.get("silent", 0)]:
        yield case.wait(0)
        actions.confirm_signature(row, by=deputy_actor(row.deputy), at=case.at)


def submit(case: Case) -> Steps:
    yield from draft(case)
    if case.row.get("paper"):
        yield from _from_paper(case)
        return
    if case.cosigners:
        yield from ask(case)
    yield case.wait(0)
    case.suggestion = actions.submit_suggestion(case.suggestion, **case.deputy)


def _from_paper(case: Case) -> Steps:
    yield case.wait(0)
    scan = case.scan(f"{case.lead.user.name}代表建议原件")
    actions.attach_to_draft(case.suggestion, scan, purpose="paper", **case.office)
    if case.cosigners:
        actions.sign_on_paper(case.suggestion, deputies=case.cosigners, **case.office)
    yield case.wait(0)
    case.suggestion = actions.submit_suggestion(case.suggestion, **case.office)


def register(case: Case) -> Steps:
    yield from submit(case)
    if not case.session and case.congress.desk != "county":
        yield case.wait(1)
        case.suggestion = actions.propose(case.suggestion, **case.sort, **case.office)
    yield case.wait(1)
    case.suggestion = actions.register_suggestion(case.suggestion, **case.sort, **case.presidium)
    if case.row.get("told", True):
        yield case.wait(0)
        case.suggestion = actions.note_deputy_told(case.suggestion, **case.office)


def hand_over(case: Case) -> Steps:
    yield from register(case)
    yield from assign(case)


def assign(case: Case, days: int = 2) -> Steps:
    """To the units of the plan: lead with co-handlers, or each for itself."""
    yield case.wait(days)
    case.suggestion = actions.hand_over(case.suggestion, units=units_of(case), **case.presidium)
    if case.row.get("published") and case.suggestion.consent != Consent.NONE:
        yield case.wait(0)
        actions.publish_suggestion(case.suggestion, checked=True, **case.presidium)


def units_of(case: Case) -> dict[Organisation, str]:
    role = HandlingRole.SEPARATE if "separate" in case.row else HandlingRole.LEAD
    units: dict[Organisation, str] = {case.unit: role}
    for key, other in (("co", HandlingRole.CO_HANDLER), ("separate", HandlingRole.SEPARATE)):
        for name in case.row.get(key, ()):
            units[case.congress.units[name]] = other
    return units
