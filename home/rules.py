"""Who edits and who publishes which section of the site, and what each sees of it."""

from collections.abc import Iterable
from datetime import date

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q
from django.db.models import QuerySet as Rows
from wagtail.documents.models import AbstractDocument
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.models import Page, PageQuerySet, ReferenceIndex
from wagtail.permissions import page_permission_policy

from congress.audit.actors import Actor
from congress.information.models import Item
from congress.information.rules import is_county, is_own
from congress.organisations.models import Appointment, Organisation, User
from congress.organisations.roles import COUNTY_STAFF, TOWNSHIP_STAFF
from congress.organisations.rules import actors_of
from home.models import (
    AboutPage,
    HomePage,
    LawIndexPage,
    NewsIndexPage,
    NewsPage,
    NoticeIndexPage,
    StudyIndexPage,
    StudyPage,
    TownshipPage,
)
from home.models.articles import ArticleQuerySet
from home.own_files import FILE_RIGHTS

EDITORS = (*TOWNSHIP_STAFF, *COUNTY_STAFF)
# A path grows by four characters a level: the root, the county's home page, a township's part.
HOME_PATH = 8
TOWNSHIP_PATH = 12


def editor_groups(user: User, on: date) -> Rows[Group]:
    """The groups the person is in or should be in on that day, with `member` and `due`: a running
    post gives the group of its organisation's section, and nothing else gives any."""
    posts = Appointment.objects.filter(
        user=user, role__in=EDITORS, organisation=OuterRef("section__organisation")
    ).running(on)
    member = User.groups.through.objects.filter(user=user, group=OuterRef("pk"))
    return Group.objects.annotate(member=Exists(member), due=Exists(posts)).filter(
        Q(member=True) | Q(due=True)
    )


def visible_pages(user: User) -> PageQuerySet:
    """The person's sections and what stands above them up to where the sections meet."""
    return page_permission_policy.explorable_instances(user)


def choosable_pages(user: User) -> PageQuerySet:
    """What a link may lead to, and the way there: the own sections, and the county's own pages;
    never a notice."""
    if user.is_superuser:
        return Page.objects.all()
    permissions = page_permission_policy.get_cached_permissions_for_user(user)
    homes = HomePage.objects.filter(path__in={row.page.path[:HOME_PATH] for row in permissions})
    wanted = Q(depth=1) | Q(pk__in=homes.values("pk"))
    fronts = {home.path for home in homes}
    for row in permissions:
        if row.page.path[:HOME_PATH] in fronts:
            wanted |= Q(path__startswith=row.page.path)
    counties = homes.values("county")
    for model in (NewsIndexPage, StudyIndexPage, LawIndexPage):
        for index in model.objects.filter(section__in=counties):
            wanted |= Q(path__startswith=index.path)
    for home in homes:
        about = AboutPage.objects.descendant_of(home)
        wanted |= Q(pk__in=about.values("pk"))
    return Page.objects.filter(wanted)


def is_published(document: AbstractDocument) -> bool:
    """A published page shows it."""
    kind = ContentType.objects.get_for_model(Page)
    rows = ReferenceIndex.get_references_to(document).filter(base_content_type=kind)
    pages = [int(pk) for pk in rows.values_list("object_id", flat=True)]
    return Page.objects.live().filter(pk__in=pages).exists()


def may_use_document(user: User, document: AbstractDocument) -> bool:
    return document_policy.user_has_any_permission_for_instance(user, FILE_RIGHTS, document)


def section_of(page: Page) -> Organisation | None:
    """The township in whose part the page stands, else the county; of a notice its office; None for
    the root."""
    part = TownshipPage.objects.select_related("organisation")
    township = part.filter(path=page.path[:TOWNSHIP_PATH]).first()
    if township:
        return township.organisation
    home = HomePage.objects.select_related("county").filter(path=page.path[:HOME_PATH]).first()
    if home:
        return home.county
    index = NoticeIndexPage.objects.select_related("office__organisation")
    notices = index.filter(path=page.path[:HOME_PATH]).first()
    return notices.section if notices else None


def site_actor(user: User, place: Organisation | None, on: date) -> Actor:
    """Who stands in the trail for an act on the site: the running post in the section's
    organisation, then the one in its county, else the person without a role."""
    posts = [actor for actor in actors_of(user, on) if actor.role in EDITORS]
    for organisation_id in (place.pk, place.parent_id) if place else ():
        for actor in posts:
            if actor.organisation_id == organisation_id:
                return actor
    return Actor(user.pk, user.name, "", "", None, "")


def may_press(actor: Actor, item: Item) -> bool:
    """Make news of an item: the township in its own section, the county in the county's; whether
    the item is adopted is asked when it is pressed."""
    return is_own(actor, item) or is_county(actor, item, *COUNTY_STAFF)


def may_write_news(actor: Actor, organisation_id: int | None) -> bool:
    """Write news of a section in the workspace: its own people alone."""
    return actor.role in EDITORS and actor.organisation_id == organisation_id


def news_visible_to(actors: Iterable[Actor]) -> Rows[NewsPage]:
    """The news of the actors' own sections, in every state."""
    sections = [actor.organisation_id for actor in actors if actor.role in EDITORS]
    return NewsPage.objects.filter(section__in=sections)


def study_visible_to(actors: Iterable[Actor]) -> ArticleQuerySet:
    """The published study pages of the counties in which the actors work or hold a mandate."""
    places = [actor.organisation_id for actor in actors]
    near = Q(pk__in=places) | Q(children__in=places) | Q(children__children__in=places)
    counties = Organisation.objects.counties().filter(near)
    return StudyPage.objects.live().filter(section__in=counties.values("pk"))


def may_learn(actor: Actor, page: StudyPage) -> bool:
    """Mark it as learned, and take that back: everybody who works or holds a mandate in the
    county, each for themselves."""
    return actor.user_id is not None and study_visible_to([actor]).filter(pk=page.pk).exists()
