"""What a person has learned of the study pages, and how far an office's people are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import ExtractYear
from django.utils.translation import pgettext

from congress.audit.actors import Actor
from congress.notices.queries.audience import mandates_of, people_of, posts_of
from congress.organisations.models import Organisation, User
from congress.organisations.roles import ROLES
from congress.organisations.rules import actors_of
from home.models import LearnedMark, StudyPage
from home.models.articles import ArticleQuerySet
from home.rules import study_visible_to

Reader = User | AnonymousUser


@dataclass(frozen=True)
class Learning:
    """`mark` is the person's, if there is one; `corrected` says that the text has changed since."""

    mark: LearnedMark | None
    corrected: bool


@dataclass(frozen=True)
class Learner:
    """`place` is a deputy's group, or the post in the office."""

    name: str
    place: str
    learned_at: datetime | None
    corrected: bool


def learning_of(page: StudyPage, user: Reader, on: date) -> Learning | None:
    """What the page shows this person below its text; None where it is not theirs to learn."""
    if not study_visible_to(actors_of(user, on)).filter(pk=page.pk).exists():
        return None
    mark = LearnedMark.objects.filter(page=page.pk, user=user.pk).first()
    return Learning(mark, mark is not None and is_corrected(mark, page))


def is_corrected(mark: LearnedMark, page: StudyPage) -> bool:
    return page.live and mark.revision_id != page.live_revision_id


def marks_of(user: Reader) -> QuerySet[LearnedMark]:
    """The person's record, newest first."""
    marks = LearnedMark.objects.filter(user=user.pk).select_related("page")
    return marks.order_by("-learned_at", "-pk")


def years_of(user: Reader) -> dict[int, int]:
    """How many the person learned in each year, the newest year first."""
    years = LearnedMark.objects.filter(user=user.pk).annotate(year=ExtractYear("learned_at"))
    rows = years.values_list("year").annotate(number=Count("pk")).order_by("-year")
    return dict(rows)


def not_learned(user: Reader, actors: Iterable[Actor]) -> ArticleQuerySet:
    """What is published for the person and not learned yet, newest first."""
    return study_visible_to(actors).exclude(learned__user=user.pk).newest()


def learned_in(organisation: Organisation, pages: ArticleQuerySet, on: date) -> ArticleQuerySet:
    """The pages with `learners`, how many of the organisation's own people have learned each, and
    `missing`, how many have not."""
    people = people_of(organisation, on)
    learners = Count("learned", filter=Q(learned__user__in=people))
    return pages.annotate(learners=learners, missing=people.count() - F("learners")).newest()


def learners_of(organisation: Organisation, page: StudyPage, on: date) -> list[Learner]:
    """The organisation's own people of that day, each once: deputies by group, then the office."""
    marks = {mark.user_id: mark for mark in LearnedMark.objects.filter(page=page)}
    people: dict[int, tuple[str, str]] = {}
    mandates = mandates_of(organisation, on).select_related("user", "group")
    for mandate in mandates.order_by("group", "pk"):
        place = mandate.group.name if mandate.group else pgettext("role", "deputy")
        people.setdefault(mandate.user_id, (mandate.user.name, place))
    for post in posts_of(organisation, on).select_related("user").order_by("pk"):
        place = post.post_title or str(ROLES[post.role].label)
        people.setdefault(post.user_id, (post.user.name, place))
    return [_learner(*people[pk], marks.get(pk), page) for pk in people]


def _learner(name: str, place: str, mark: LearnedMark | None, page: StudyPage) -> Learner:
    if mark is None:
        return Learner(name, place, None, False)
    return Learner(name, place, mark.learned_at, is_corrected(mark, page))
