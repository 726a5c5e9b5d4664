"""The routes of published suggestions, of deputies' public files, and of official papers."""

from typing import Any

from congress.organisations.models import Deputy
from congress.suggestions.models import Suggestion
from tests.congress.documents.reading import words_of
from tests.factories.publishing import TITLE, published_suggestion
from tests.factories.suggestions import SuggestionFactory
from tests.routes.home import open_site
from tests.routes.table import PUBLIC, Route, content, pk
from tests.routes.world import World

PROBLEM = "青龙村三组到七组的饮水管道埋设多年，接头漏水，汛期浑浊，村民只好到邻组挑水。"
ADVICE = "请将管道更换列入明年计划，先换三组到五组一段，并公布水质检测结果。"


def lead(world: World) -> Deputy:
    return world.user("deputy").mandates.filter(congress=world.township).first()


def published(world: World) -> Suggestion:
    open_site(world)
    texts = {"title": TITLE, "problem": PROBLEM, "advice": ADVICE}
    kind = {"promised": True, "registered": False}
    return published_suggestion(world.township, world.at, lead=lead(world), **texts, **kind)


def title_only(world: World) -> Suggestion:
    open_site(world)
    fields = {"problem": PROBLEM, "consent": "title_only"}
    return published_suggestion(world.township, world.at, **fields)


def public_deputy(world: World) -> Deputy:
    published(world)
    return lead(world)


def answered(world: World) -> Suggestion:
    return SuggestionFactory(
        congress=world.township, lead=lead(world), title=TITLE, replied=True, at=world.at
    )


def refused(world: World) -> Suggestion:
    return SuggestionFactory(
        congress=world.township, lead=lead(world), title=TITLE, not_accepted=True, at=world.at
    )


def form(suggestion: Suggestion) -> dict[str, Any]:
    return {"pk": suggestion.pk, "kind": "form"}


def sheet(suggestion: Suggestion) -> dict[str, Any]:
    part = suggestion.assignments.get()
    return {"pk": suggestion.pk, "kind": "handover", "part": part.pk}


def letter(suggestion: Suggestion) -> dict[str, Any]:
    return {"pk": suggestion.pk, "kind": "reply", "part": suggestion.replies.get().pk}


def opinion(suggestion: Suggestion) -> dict[str, Any]:
    return {"pk": suggestion.pk, "kind": "opinion", "part": suggestion.signatories.get().pk}


def reads(response: Any) -> str:
    return words_of(content(response)) if response.status_code == 200 else ""


def paper(role: str, make: Any, kwargs: Any, note: str, wrong: str = "auditor") -> Route:
    return Route(
        "suggestions:download",
        role=role,
        make=make,
        kwargs=kwargs,
        text=TITLE,
        reads=reads,
        wrong=wrong,
        picture=False,
        note=note,
    )


ROUTES = (
    Route("public_suggestions", role=PUBLIC, make=published, text=TITLE),
    Route("public_suggestion", role=PUBLIC, make=published, kwargs=pk, text=PROBLEM),
    Route(
        "public_suggestion",
        role=PUBLIC,
        make=title_only,
        kwargs=pk,
        text="领衔代表只同意公开标题",
        note="title alone",
    ),
    Route("public_deputies", role=PUBLIC, make=public_deputy, text=lambda d: d.user.name),
    Route("public_deputy", role=PUBLIC, make=public_deputy, kwargs=pk, text=TITLE),
    paper("secretary", answered, form, "form"),
    paper("chair", answered, sheet, "sheet"),
    paper("unit_officer", answered, sheet, "sheet"),
    paper("unit_officer", answered, letter, "letter"),
    paper("deputy", answered, letter, "letter"),
    paper("deputy", answered, opinion, "opinion"),
    paper("deputy", refused, lambda row: {"pk": row.pk, "kind": "refusal"}, "refusal"),
    Route(
        "suggestions:papers",
        role="secretary",
        make=answered,
        text="石桥镇",
        wrong="deputy",
    ),
    Route(
        "suggestions:collection",
        role="chair",
        make=answered,
        kwargs=lambda row: {"kind": "catalogue", "code": str(row.submitted_at.year)},
        text=TITLE,
        reads=reads,
        wrong="deputy",
        picture=False,
    ),
    Route(
        "suggestions:blank_form",
        role="deputy",
        text="石桥镇第十九届人民代表大会",
        reads=reads,
        wrong="unit_officer",
        picture=False,
    ),
)
