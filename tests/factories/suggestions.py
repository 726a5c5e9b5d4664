"""Suggestions, made through the actions alone."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from congress.audit.actors import Actor
from congress.organisations.models import CongressSession, Deputy, Organisation, Term
from congress.organisations.roles import (
    CHAIR,
    COUNTY_SUPERVISOR,
    DEPUTY,
    ROLES,
    SECRETARY,
    UNIT_OFFICER,
)
from congress.suggestions import actions, models
from congress.suggestions.models.choices import Category, Jurisdiction
from tests.factories.information import actor_of
from tests.factories.organisations import DeputyFactory, OrganisationFactory, TermFactory

GOOD = dict.fromkeys(("consultation", "attitude", "reply", "result"), "satisfied")
BAD = GOOD | {"result": "dissatisfied"}
SORT = {"category": Category.ROADS, "jurisdiction": Jurisdiction.TOWNSHIP}
TEXT = {
    "title": "关于修缮石桥村通村道路的建议",
    "problem": "通村道路路面破损，雨天积水，学生上学不便。",
    "advice": "列入明年道路养护计划，先修学校门口一段。",
}


class SessionFactory(DjangoModelFactory):
    class Meta:
        model = CongressSession

    term = factory.SubFactory(TermFactory)
    number = 2
    opens_on = factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=3))


def office_of(suggestion: models.Suggestion) -> Actor:
    county = suggestion.congress.kind == "county"
    return actor_of(COUNTY_SUPERVISOR if county else SECRETARY, suggestion.congress)


def presidium_of(suggestion: models.Suggestion) -> Actor:
    county = suggestion.congress.kind == "county"
    return actor_of(COUNTY_SUPERVISOR if county else CHAIR, suggestion.congress)


def deputy_actor(deputy: Deputy) -> Actor:
    label = str(ROLES[DEPUTY].label)
    return Actor(
        deputy.user_id, deputy.user.name, DEPUTY, label, deputy.congress_id, deputy.congress.name
    )


def lead_of(suggestion: models.Suggestion) -> Actor:
    return deputy_actor(lead_row(suggestion).deputy)


def lead_row(suggestion: models.Suggestion) -> models.Signatory:
    rows = suggestion.signatories.select_related("deputy__user", "deputy__congress")
    return rows.get(part="lead")


def officer_of(part: models.Assignment) -> Actor:
    return actor_of(UNIT_OFFICER, part.unit)


def new_deputy(suggestion_or_term: Any) -> Deputy:
    term = getattr(suggestion_or_term, "term", suggestion_or_term)
    return DeputyFactory(term=term)


def unit_of(congress: Organisation, number: int = 0) -> Organisation:
    units = list(congress.children.filter(kind="unit").order_by("pk"))
    while len(units) <= number:
        units.append(OrganisationFactory(unit=True, parent=congress))
    return units[number]


def ask(suggestion: models.Suggestion, at: datetime) -> Any:
    deputies = [new_deputy(suggestion)]
    return actions.ask_cosigners(suggestion, deputies=deputies, by=lead_of(suggestion), at=at)


def submit(suggestion: models.Suggestion, at: datetime) -> Any:
    return actions.submit_suggestion(suggestion, by=lead_of(suggestion), at=at)


def register(suggestion: models.Suggestion, at: datetime) -> Any:
    submit(suggestion, at)
    return actions.register_suggestion(suggestion, **SORT, by=presidium_of(suggestion), at=at)


def refuse(suggestion: models.Suggestion, at: datetime) -> Any:
    submit(suggestion, at)
    return actions.refuse_suggestion(
        suggestion,
        refusal="own_unit_matter",
        note="属本单位事务，请向本单位反映。",
        by=presidium_of(suggestion),
        at=at,
    )


def merge(suggestion: models.Suggestion, at: datetime) -> Any:
    register(suggestion, at)
    into = SuggestionFactory(congress=suggestion.congress, registered=True, at=at)
    return actions.merge_suggestion(suggestion, into=into, by=presidium_of(suggestion), at=at)


def withdraw(suggestion: models.Suggestion, at: datetime) -> Any:
    submit(suggestion, at)
    return actions.ask_to_withdraw(
        suggestion, reason="问题已经解决。", by=lead_of(suggestion), at=at
    )


def hand(suggestion: models.Suggestion, at: datetime) -> Any:
    register(suggestion, at)
    units = {unit_of(suggestion.congress): "lead"}
    return actions.hand_over(suggestion, units=units, by=presidium_of(suggestion), at=at)


def part_of(suggestion: models.Suggestion) -> models.Assignment:
    rows = suggestion.assignments.running().select_related("unit", "suggestion__congress__parent")
    return rows.first()


def handle(suggestion: models.Suggestion, at: datetime) -> Any:
    hand(suggestion, at)
    part = part_of(suggestion)
    return actions.acknowledge(part, by=officer_of(part), at=at)


def ask_return(suggestion: models.Suggestion, at: datetime) -> Any:
    hand(suggestion, at)
    part = part_of(suggestion)
    return actions.request_return(part, reason="不属本单位职责。", by=officer_of(part), at=at)


def write(
    part: models.Assignment, at: datetime, result_class: str = "A", **more: Any
) -> models.Reply:
    """A contact, and a reply that may be signed."""
    by = officer_of(part)
    actions.record_contact(
        part,
        day=timezone.localdate(at),
        way="visit",
        person="领衔代表",
        gist="到现场看了路面。",
        by=by,
        at=at,
    )
    if result_class == "B":
        more = {
            "promise": "年内完成学校门口一段的修缮。",
            "promised_on": timezone.localdate(at) + timedelta(days=90),
        } | more
    if result_class == "C":
        more = {"class_reason": "资金尚未落实。"} | more
    return actions.write_reply(
        part, body="您的建议收悉，已组织修缮。", result_class=result_class, by=by, at=at, **more
    )


def sign(suggestion: models.Suggestion, at: datetime, result_class: str = "A") -> Any:
    part = part_of(suggestion)
    reply = write(part, at, result_class)
    return actions.sign_reply(reply, signed_by="陈国强", by=officer_of(part), at=at)


def review(suggestion: models.Suggestion, at: datetime) -> Any:
    handle(suggestion, at)
    return sign(suggestion, at)


def release(suggestion: models.Suggestion, at: datetime, result_class: str = "A") -> Any:
    reply = sign(suggestion, at, result_class)
    return actions.release_reply(reply, by=presidium_of(suggestion), at=at)


def answer(suggestion: models.Suggestion, at: datetime) -> Any:
    handle(suggestion, at)
    return release(suggestion, at)


def promise(suggestion: models.Suggestion, at: datetime) -> Any:
    handle(suggestion, at)
    return release(suggestion, at, "B")


def rate(suggestion: models.Suggestion, at: datetime, **aspects: str) -> Any:
    row = lead_row(suggestion)
    row.suggestion = suggestion
    return actions.rate(row, **(aspects or GOOD), by=deputy_actor(row.deputy), at=at)


def rework(suggestion: models.Suggestion, at: datetime) -> Any:
    answer(suggestion, at)
    return rate(suggestion, at, **BAD)


def finish(suggestion: models.Suggestion, at: datetime) -> Any:
    answer(suggestion, at)
    return rate(suggestion, at)


STEPS: dict[str, Callable[[models.Suggestion, datetime], Any]] = {
    "awaiting_cosigners": ask,
    "submitted": submit,
    "registered": register,
    "not_accepted": refuse,
    "merged": merge,
    "withdrawn": withdraw,
    "assigned": hand,
    "return_requested": ask_return,
    "in_handling": handle,
    "reply_review": review,
    "replied": answer,
    "promised": promise,
    "rehandling": rework,
    "closed": finish,
}


class SuggestionFactory(DjangoModelFactory):
    """A draft of a new deputy of the congress, or of `lead`; one trait of `STEPS` brings it on.
    Everything happens at `at`."""

    class Meta:
        model = models.Suggestion

    congress = factory.SubFactory(OrganisationFactory)
    session = None
    lead = None
    at = factory.LazyFunction(timezone.now)

    @classmethod
    def _create(cls, _model: Any, *_args: Any, at: datetime, **fields: Any) -> Any:
        steps = [STEPS[name] for name in STEPS if fields.pop(name, False)]
        congress, lead = fields.pop("congress"), fields.pop("lead")
        if lead is None:
            term = Term.objects.filter(congress=congress).first()
            lead = DeputyFactory(term=term or TermFactory(congress=congress))
        suggestion = actions.draft_suggestion(
            congress, lead=lead, by=deputy_actor(lead), at=at, **(TEXT | fields)
        )
        for step in steps:
            step(suggestion, at)
        rows = models.Suggestion.objects.select_related("congress__parent", "term", "session")
        return rows.get(pk=suggestion.pk)
