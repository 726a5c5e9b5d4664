"""The items of the workspace's menu as data: label, url name, the roles they are for, counts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from congress.audit.actors import Actor
from congress.information.queries.waiting import waiting_count
from congress.notices.queries.waiting import waiting_count as notices_waiting
from congress.notifications.queries.inbox import unread_count
from congress.organisations import roles
from congress.organisations.models.organisations import Kind
from congress.suggestions import rules as suggestions_rules
from congress.suggestions.queries.own import waiting_count as own_waiting_count
from congress.suggestions.queries.parts import unit_waiting_count
from congress.suggestions.queries.waiting import waiting_count as suggestions_waiting
from congress.workdays import rules as workdays_rules
from home.review.waiting import pages_waiting

CONGRESSES = (Kind.TOWNSHIP, Kind.COUNTY)
PUBLISHERS = (roles.SECRETARY, roles.CHAIR, roles.COUNTY_EDITOR, roles.COUNTY_SUPERVISOR)


@dataclass(frozen=True)
class MenuItem:
    """`primary` items make the bottom bar of a phone; `count` is asked for the person's Actors.
    With `kinds` the role must be held in an organisation of one of them; of a `whole_room` the item
    stands for every page that has no item of its own."""

    label: str | Promise
    url_name: str
    roles: tuple[str, ...]
    icon: str
    group: int = 1
    primary: bool = True
    count: Callable[[Iterable[Actor]], int] | None = None
    kinds: tuple[str, ...] = ()
    whole_room: bool = False

    @cached_property
    def url(self) -> str:
        return reverse(self.url_name)

    @cached_property
    def covers(self) -> str:
        """Below which path the item is the current one."""
        return self.url.rsplit("/", 2)[0] + "/" if self.whole_room else self.url


MENU = (
    MenuItem(pgettext_lazy("menu", "Today"), "overview:today", tuple(roles.ROLES), "house"),
    MenuItem(
        pgettext_lazy("menu", "My suggestions"),
        "suggestions:mine",
        (roles.DEPUTY,),
        "file-pen",
        count=own_waiting_count,
        whole_room=True,
    ),
    MenuItem(
        pgettext_lazy("menu", "Information items"),
        "information:list",
        (*roles.TOWNSHIP_STAFF, *roles.COUNTY_STAFF),
        "newspaper",
        count=waiting_count,
    ),
    MenuItem(
        pgettext_lazy("menu", "Suggestions"),
        "suggestions:list",
        suggestions_rules.STAFF,
        "message-square-text",
        count=suggestions_waiting,
        kinds=CONGRESSES,
    ),
    MenuItem(
        pgettext_lazy("menu", "Notices"),
        "notices:list",
        (*roles.TOWNSHIP_STAFF, *roles.COUNTY_STAFF, roles.DEPUTY),
        "send",
        count=notices_waiting,
    ),
    MenuItem(
        pgettext_lazy("menu", "Suggestions to handle"),
        "suggestions:unit",
        (roles.UNIT_OFFICER,),
        "clipboard-list",
        count=unit_waiting_count,
        whole_room=True,
    ),
    MenuItem(
        pgettext_lazy("menu", "Messages"),
        "inbox:list",
        tuple(roles.ROLES),
        "inbox",
        count=unread_count,
    ),
    MenuItem(
        pgettext_lazy("menu", "Count"),
        "overview:count",
        (*roles.TOWNSHIP_STAFF, *roles.COUNTY_STAFF),
        "chart-column",
    ),
    MenuItem(
        pgettext_lazy("menu", "How suggestions stand"),
        "suggestions:board",
        suggestions_rules.STAFF,
        "chart-column",
        kinds=CONGRESSES,
        group=2,
        primary=False,
    ),
    MenuItem(
        pgettext_lazy("menu", "Promises"),
        "suggestions:commitments",
        (*suggestions_rules.STAFF, roles.UNIT_OFFICER),
        "list-checks",
        kinds=(*CONGRESSES, Kind.UNIT),
        group=2,
        primary=False,
    ),
    MenuItem(
        pgettext_lazy("menu", "Enter from paper"),
        "suggestions:enter",
        (roles.SECRETARY, roles.COUNTY_SUPERVISOR),
        "pencil",
        kinds=CONGRESSES,
        group=2,
        primary=False,
    ),
    MenuItem(
        pgettext_lazy("menu", "News"), "home:news", PUBLISHERS, "file-pen", group=2, primary=False
    ),
    MenuItem(
        pgettext_lazy("menu", "Website"),
        "wagtailadmin_home",
        PUBLISHERS,
        "megaphone",
        group=2,
        primary=False,
    ),
    MenuItem(
        pgettext_lazy("menu", "Reviews"),
        "home:reviews",
        PUBLISHERS,
        "list-checks",
        group=2,
        count=pages_waiting,
    ),
    MenuItem(
        pgettext_lazy("menu", "Study record"),
        "home:study",
        tuple(roles.ROLES),
        "graduation-cap",
        group=2,
        primary=False,
    ),
    MenuItem(
        pgettext_lazy("menu", "Settings"),
        "information:settings",
        (roles.CHAIR,),
        "settings",
        group=2,
        primary=False,
    ),
    MenuItem(
        pgettext_lazy("menu", "Suggestion settings"),
        "suggestions:settings",
        (roles.CHAIR, roles.COUNTY_SUPERVISOR),
        "settings",
        group=2,
        primary=False,
    ),
    MenuItem(
        pgettext_lazy("menu", "Organisations"),
        "organisations:list",
        (roles.COUNTY_ADMIN,),
        "building-2",
    ),
    MenuItem(
        pgettext_lazy("menu", "People"), "organisations:people", (roles.COUNTY_ADMIN,), "users"
    ),
    MenuItem(
        pgettext_lazy("menu", "Deputies"),
        "organisations:mandates",
        (roles.COUNTY_ADMIN,),
        "landmark",
    ),
    MenuItem(
        pgettext_lazy("menu", "Terms"),
        "organisations:terms",
        (roles.COUNTY_ADMIN,),
        "calendar-days",
        primary=False,
    ),
    MenuItem(
        pgettext_lazy("menu", "Congress sessions"),
        "organisations:sessions",
        (roles.SECRETARY, roles.COUNTY_ADMIN),
        "landmark",
        group=2,
        primary=False,
    ),
    MenuItem(
        pgettext_lazy("menu", "Time limits"),
        "workdays:due",
        workdays_rules.ASKERS,
        "clock",
        group=2,
        primary=False,
    ),
    MenuItem(
        pgettext_lazy("menu", "Working calendar"),
        "workdays:calendar",
        workdays_rules.KEEPERS,
        "calendar-days",
        group=2,
        primary=False,
    ),
    MenuItem(
        pgettext_lazy("menu", "Reviewers"),
        "home:reviewers",
        (roles.COUNTY_ADMIN,),
        "list-checks",
        group=2,
        primary=False,
    ),
    MenuItem(
        pgettext_lazy("menu", "Points rules"),
        "information:rules",
        (roles.COUNTY_ADMIN, roles.COUNTY_EDITOR),
        "scale",
        group=2,
        primary=False,
    ),
    MenuItem(
        pgettext_lazy("menu", "Publications"),
        "information:publications",
        (roles.COUNTY_ADMIN, roles.COUNTY_EDITOR),
        "book-open",
        group=2,
        primary=False,
    ),
    MenuItem(
        pgettext_lazy("menu", "Trail"),
        "overview:trail",
        (roles.COUNTY_ADMIN, roles.AUDITOR),
        "history",
        group=2,
    ),
)
