"""Wagtail's log in the one trail: one entry an act, by the post that gave the right."""

import pytest
from django.urls import reverse
from wagtail.log_actions import log
from wagtail.models import PageLogEntry

from congress.audit.actors import SYSTEM
from congress.audit.models import Entry
from congress.audit.queries import timeline
from congress.organisations.models import Appointment, User
from home.review.steps import Step
from tests.factories.home import make_news
from tests.factories.review import approved
from tests.home.test_editors import form_of
from tests.home.test_files import fields


def acts(page) -> list[tuple]:
    """Who did what; the making of the page by the test itself left out."""
    entries = timeline(page).exclude(role=SYSTEM)
    return [(entry.act, entry.role, entry.organisation_name) for entry in entries]


def test_editing_and_publishing(site, client_as):
    page = make_news(site.township, draft=True)
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    client_as("secretary").post(url, form_of(page))
    client_as("county_editor").post(url, form_of(page) | {"action-submit": "1"})
    approved(page, *Step)
    assert acts(page) == [
        ("wagtail.edit", "secretary", "石桥镇"),
        ("wagtail.edit", "county_editor", "云岭县"),
        ("wagtail.workflow.start", "county_editor", "云岭县"),
        ("wagtail.workflow.approve", "secretary", "石桥镇"),
        ("wagtail.workflow.approve", "chair", "石桥镇"),
        ("wagtail.workflow.approve", "chair", "石桥镇"),
        ("wagtail.publish", "chair", "石桥镇"),
    ]
    assert timeline(page).last().note == page.title


def test_creating_and_deleting(site, client_as):
    client = client_as("secretary")
    index = make_news(site.township).get_parent()
    url = reverse("wagtailadmin_pages:add", args=["home", "newspage", index.pk])
    client.post(url, form_of(make_news(site.township), title="新稿件"))
    page = index.get_children().get(title="新稿件").specific
    assert page.section == site.township
    client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert [act for act, *_ in acts(page)] == ["wagtail.create", "wagtail.delete"]


def test_every_entry_of_a_page_has_its_twin(site, client_as):
    page = make_news(site.township, draft=True)
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    for _ in range(2):
        client_as("county_editor").post(url, form_of(page) | {"action-publish": "1"})
    client_as("county_editor").post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    logged = PageLogEntry.objects.filter(page_id=page.pk, user__isnull=False).order_by("pk")
    assert [act for act, *_ in acts(page)] == [entry.action for entry in logged]


def test_a_sitting_is_one_entry(site):
    """The editor saves itself again and again under one mark."""
    page = make_news(site.township, draft=True)
    user = site.user("secretary")
    mark = "6f1c6a3e-6c0c-4d57-9a6e-0d6b3f6a1b11"
    for _ in range(3):
        log(page, "wagtail.edit", user=user, uuid=mark, content_changed=True)
    assert acts(page) == [("wagtail.edit", "secretary", "石桥镇")]


def test_the_post_of_the_section_stands_in_the_entry(site):
    """A person with posts in two townships acts for the one whose page it is."""
    user = site.user("secretary")
    Appointment.objects.create(
        user=user, organisation=site.other, role="chair", starts_on=site.long_ago
    )
    page = make_news(site.other, draft=True)
    log(page, "wagtail.edit", user=user)
    assert acts(page) == [("wagtail.edit", "chair", "云坪镇")]


def test_a_superuser_stands_there_without_a_role(site):
    user = User.objects.create_superuser("root", "x", name="管理员")
    page = make_news(site.township, draft=True)
    log(page, "wagtail.edit", user=user)
    entry = timeline(page).last()
    assert (entry.name, entry.role, entry.organisation_name) == ("管理员", "", "")


@pytest.mark.parametrize("kind", ["image", "document"])
def test_files_stand_in_the_trail(site, client_as, kind):
    add = {"image": "wagtailimages:add", "document": "wagtaildocs:add"}[kind]
    client_as("secretary").post(reverse(add), fields(kind, site.township, "新文件"))
    entry = Entry.objects.get(kind=kind)
    assert (entry.act, entry.role, entry.note) == ("wagtail.create", "secretary", "新文件")
    assert entry.organisation_name == "石桥镇"
