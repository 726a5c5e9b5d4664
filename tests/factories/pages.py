"""Study pages and laws of a county, published by the three reviews or left as drafts."""

from datetime import date
from typing import Any

from congress.organisations.models import Organisation
from home.models import LawIndexPage, LawPage, StudyIndexPage, StudyPage
from tests.factories.review import published

BODY = [("paragraph", "<p>正文。</p>")]


def make_study(county: Organisation, *, draft: bool = False, **fields: Any) -> StudyPage:
    page = StudyPage(**({"title": "怎样写好代表建议", "body": BODY} | fields))
    return _put(StudyIndexPage, county, page, draft)


def make_law(county: Organisation, *, draft: bool = False, **fields: Any) -> LawPage:
    defaults = {
        "title": "代表法",
        "issuer": "全国人民代表大会",
        "adopted_on": date(1992, 4, 3),
        "effective_on": date(1992, 4, 3),
        "body": BODY,
    }
    return _put(LawIndexPage, county, LawPage(**(defaults | fields)), draft)


def _put(index: Any, county: Organisation, page: Any, draft: bool) -> Any:
    page.live, page.has_unpublished_changes = False, True
    index.objects.get(section=county).add_child(instance=page)
    page.save_revision()
    return page if draft else published(page)


MAKERS = {"study": make_study, "law": make_law}
