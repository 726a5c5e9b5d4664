"""Opening the site of a county: its tree, its sections, its names."""

from datetime import date, datetime, timedelta
from urllib.parse import SplitResult, urlsplit

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.models import Collection, Page, Site, Workflow

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.organisations.models import Organisation
from congress.web.public_pages import public_page_changed
from home.actions.notice_lists import open_notice_list
from home.actions.permissions import allow_county, allow_township
from home.actions.reviewers import fill_reviewers
from home.actions.roots import collection_root, page_root
from home.actions.workflow import review_pages_below
from home.mirror import in_the_name_of
from home.models import (
    AboutPage,
    HomePage,
    LawIndexPage,
    NewsIndexPage,
    Section,
    SiteSettings,
    StudyIndexPage,
    TownshipPage,
)

WAGTAILS_GROUPS = ("Moderators", "Editors")
WAGTAILS_WORKFLOW = "Moderators approval"


@transaction.atomic
def open_county(county: Organisation, *, base_url: str, by: Actor, at: datetime) -> list[Section]:
    """Makes what is missing of the county's site and returns the sections that are new; what is
    there stays as its editors left it.

    The first county answers at `base_url`; a further one gets a host name of its own below it.
    """
    with in_the_name_of(by, at):
        new = _make_what_is_missing(county, base_url, timezone.localdate(at))
    for part in new:
        record(part, "open", by=by, at=at, label=pgettext("act done", "section opened"))
    public_page_changed()
    return new


def _make_what_is_missing(county: Organisation, base_url: str, day: date) -> list[Section]:
    home = _home_page(county)
    site = _site(home, urlsplit(base_url))
    _remove_what_wagtail_brings()
    new = []
    section = Section.objects.filter(organisation=county).first()
    if section is None:
        section = _county_section(county)
        new.append(section)
    allow_county(section, home, site)
    review_pages_below(home)
    fill_reviewers(section)
    _news_list(home, county, pgettext("page title", "County news"))
    _county_pages(home)
    open_notice_list(section)
    for township in _active_townships(county, day):
        page = _township_page(home, township)
        part = Section.objects.filter(organisation=township).first()
        if part is None:
            part = _township_section(section, township)
            new.append(part)
        allow_township(part, page, section.collection)
        fill_reviewers(part)
        _news_list(page, township, pgettext("page title", "Township news"))
        open_notice_list(part)
    return new


def _active_townships(county: Organisation, day: date) -> QuerySet[Organisation]:
    townships = Organisation.objects.filter(parent=county).townships()
    return townships.active_in(day, day + timedelta(days=1))


def _home_page(county: Organisation) -> HomePage:
    found = HomePage.objects.filter(county=county).first()
    if found:
        return found
    page = HomePage(title=county.name, slug=f"county-{county.pk}", county=county)
    return page_root().add_child(instance=page)


def _township_page(home: HomePage, township: Organisation) -> TownshipPage:
    found = TownshipPage.objects.filter(organisation=township).first()
    if found:
        return found
    page = TownshipPage(title=township.name, slug=f"township-{township.pk}", organisation=township)
    return home.add_child(instance=page)


def _news_list(parent: Page, organisation: Organisation, title: str) -> None:
    if not NewsIndexPage.objects.filter(section=organisation).exists():
        of_county = organisation.parent_id is None
        page = NewsIndexPage(
            title=title, slug="news", section=organisation, show_in_menus=of_county
        )
        parent.add_child(instance=page)


def _county_pages(home: HomePage) -> None:
    """Study and laws, and the first page about the office, a draft until the county writes it."""
    shown = {"section": home.county, "show_in_menus": True}
    if not StudyIndexPage.objects.filter(section=home.county).exists():
        title = pgettext("page title", "Study")
        home.add_child(instance=StudyIndexPage(title=title, slug="study", **shown))
    if not LawIndexPage.objects.filter(section=home.county).exists():
        title = pgettext("page title", "Laws and rules")
        home.add_child(instance=LawIndexPage(title=title, slug="laws", **shown))
    if not AboutPage.objects.child_of(home).exists():
        title = pgettext("page title", "About us")
        page = AboutPage(title=title, slug="about", show_in_menus=True, live=False)
        home.add_child(instance=page)


def _site(home: HomePage, address: SplitResult) -> Site:
    """The county's site with its names; the first takes over the one that Wagtail brings."""
    found = Site.objects.filter(root_page=home).first()
    if found:
        return found
    brought = Site.objects.filter(root_page__in=_welcome_pages()).first()
    first = brought is not None or not Site.objects.exists()
    host = address.hostname or "localhost"
    site = brought or Site()
    site.hostname = host if first else f"county-{home.county_id}.{_domain(host)}"
    site.port = address.port or (443 if address.scheme == "https" else 80)
    site.site_name = home.county.name
    site.root_page = home
    site.is_default_site = first
    site.save()
    office = _("%(county)s congress office") % {"county": home.county.name}
    name = _("%(county)s township congress platform") % {"county": home.county.name}
    SiteSettings.objects.create(site=site, name=name, owner=office, sponsor=office)
    return site


def _domain(host: str) -> str:
    """A number cannot have names below it; `localhost` can."""
    return "localhost" if host.replace(".", "").isdigit() else host


def _welcome_pages() -> QuerySet[Page]:
    return Page.objects.exact_type(Page).filter(depth=2)


def _remove_what_wagtail_brings() -> None:
    """Its welcome page, its two groups, which may edit everything, and its workflow."""
    Workflow.objects.filter(name=WAGTAILS_WORKFLOW).delete()
    Group.objects.filter(name__in=WAGTAILS_GROUPS, section=None).delete()
    for page in _welcome_pages():
        page.delete()


def _county_section(county: Organisation) -> Section:
    """All files of a county lie in one collection; the county's own, which its townships may
    use, in one of their own below it."""
    root = collection_root().add_child(instance=Collection(name=county.name))
    shared = _("%(county)s, for all townships") % {"county": county.name}
    own = root.add_child(instance=Collection(name=shared))
    return Section.objects.create(
        organisation=county, editors=Group.objects.create(name=county.name), collection=own
    )


def _township_section(county: Section, township: Organisation) -> Section:
    root = county.collection.get_parent()
    return Section.objects.create(
        organisation=township,
        editors=Group.objects.create(name=f"{county.organisation.name} {township.name}"),
        collection=root.add_child(instance=Collection(name=township.name)),
    )
