"""From the editor to the notices: once, again, after a signature, and never after the sending."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from congress.notices import actions as notices
from congress.notices.models import Notice
from congress.notices.queries.audience import Audience
from congress.organisations.rules import NotAllowed
from home.actions import NotHandedOver, hand_over_notice
from home.models import HandedOver, NoticePage
from tests.factories.home import hand_over, make_document, make_notice_page
from tests.factories.information import actor_of
from tests.factories.notices import ALL, deputies, send, sign, submit, writer_of
from tests.home.notices.form import form_of


@pytest.fixture
def page(site) -> NoticePage:
    deputies(site.township, 2)
    return make_notice_page(site.township, documents=[make_document(site.township)])


def rewritten(page: NoticePage, **fields) -> NoticePage:
    draft = NoticePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save()
    draft.save_revision()
    return draft


def chosen(notice: Notice, **text) -> Notice:
    """For all deputies, as chosen in the workspace, whose browser ends lines in its own way."""
    current = Notice.objects.get(pk=notice.pk)
    by, at = writer_of(current), timezone.now()
    return notices.edit_notice(current, edition=current.edition, audience=ALL, by=by, at=at, **text)


def names(notice: Notice) -> list[str]:
    return [row.name for row in notice.files.order_by("pk")]


def test_text_and_files_become_a_draft(site, page):
    notice = hand_over(page)
    assert (notice.state, notice.organisation, notice.title) == ("draft", site.township, page.title)
    assert notice.body == "听取半年工作报告。\n1. 审议\n2. 表决"
    assert (notice.asked, notice.place, notice.meeting_at) == (
        "attend",
        page.place,
        page.meeting_at,
    )
    assert Audience.of(notice) == Audience()
    assert [row.file.read() for row in notice.files.all()] == [b"%PDF-1.4"]


def test_what_belongs_to_a_meeting_is_left_out_of_others(site):
    notice = hand_over(make_notice_page(site.township, asked="confirm"))
    assert (notice.asked, notice.meeting_at, notice.place) == ("confirm", None, "")


def test_again_it_replaces_text_and_files_and_keeps_the_audience(site, page):
    notice = chosen(hand_over(page), routine=True)
    upload = ContentFile(b"%PDF-1.4 more", name="workspace.pdf")
    notices.attach_file(notice, upload, by=writer_of(notice), at=timezone.now())
    other = make_document(site.township, title="议程")
    other.file.save("agenda.pdf", ContentFile(b"%PDF-1.4 agenda"))
    rewritten(page, title="改期的会议", files=[("document", other)])
    again = hand_over(page)
    assert (again.pk, again.title, again.routine) == (notice.pk, "改期的会议", True)
    assert (Audience.of(again), Notice.objects.count()) == (ALL, 1)
    assert [row.file.read() for row in again.files.order_by("pk")] == [
        b"%PDF-1.4 more",
        b"%PDF-1.4 agenda",
    ]


def test_nothing_changed_nothing_happens(page, acts_on):
    notice = chosen(hand_over(page))
    sign(notice, timezone.now())
    before = acts_on(notice)
    assert hand_over(page).state == "signed"
    assert acts_on(notice) == before


@pytest.mark.parametrize(("step", "act", "versions"), [(submit, "recall", 1), (sign, "revise", 1)])
def test_what_waits_or_is_signed_is_signed_anew(page, acts_on, step, act, versions):
    notice = chosen(hand_over(page))
    step(notice, timezone.now())
    rewritten(page, title="第二稿")
    again = hand_over(page)
    assert (again.state, again.title) == ("draft", "第二稿")
    assert acts_on(notice)[-2:] == [act, "edit"]
    send(again, timezone.now())
    kept = list(again.versions.values_list("title", flat=True))
    assert (len(kept), kept[-1]) == (versions + 1, "第二稿")


def test_after_the_sending_it_is_refused(page):
    notice = chosen(hand_over(page))
    send(notice, timezone.now())
    rewritten(page, title="迟到的改动")
    with pytest.raises(NotHandedOver, match="已经发出"):
        hand_over(page)
    assert Notice.objects.get().title == page.title


def test_what_was_changed_in_the_workspace_stays(page):
    chosen(hand_over(page), title="在工作台改的")
    rewritten(page, title="在编辑器改的")
    with pytest.raises(NotHandedOver, match="工作台"):
        hand_over(page)
    assert Notice.objects.get().title == "在工作台改的"


def test_a_draft_removed_in_the_workspace_is_handed_over_anew(page):
    notice = hand_over(page)
    notices.discard_notice(notice, by=writer_of(notice), at=timezone.now())
    assert HandedOver.objects.count() == 0
    assert hand_over(page).pk != notice.pk


def test_the_notice_outlives_its_page(page):
    notice = hand_over(page)
    page.delete()
    assert Notice.objects.get() == notice


@pytest.mark.parametrize("who", ["chair", "elsewhere", "county"])
def test_others_hand_nothing_over(site, page, who):
    by = {
        "chair": actor_of("chair", site.township),
        "elsewhere": actor_of("secretary", site.other),
        "county": actor_of("county_supervisor", site.county),
    }[who]
    with pytest.raises(NotAllowed):
        hand_over_notice(page, by=by, at=timezone.now())
    assert Notice.objects.count() == 0


def test_a_file_that_a_notice_cannot_take(site):
    bad = make_document(site.township)
    bad.file.save("plan.exe", ContentFile(b"MZ"))
    with pytest.raises(ValidationError):
        hand_over(make_notice_page(site.township, documents=[bad]))
    assert (Notice.objects.count(), HandedOver.objects.count()) == (0, 0)


def test_by_the_button_of_the_editor(site, page, client_as):
    client, url = client_as("secretary"), reverse("wagtailadmin_pages:edit", args=[page.pk])
    text = client.get(url).content.decode()
    assert ("action-hand-over" in text, "action-publish" in text, "action-submit" in text) == (
        True,
        False,
        False,
    )
    answer = client.post(url, form_of(page, title="第三次会议") | {"action-hand-over": "1"})
    notice = Notice.objects.get()
    assert (answer.url, notice.title) == (reverse("notices:detail", args=[notice.pk]), "第三次会议")
    send(chosen(notice), timezone.now())
    late = form_of(page, title="又改了") | {"action-hand-over": "1"}
    answer = client.post(url, late, follow=True)
    assert "已经发出" in answer.content.decode()
    assert reverse("notices:detail", args=[notice.pk]) in answer.content.decode()


def test_a_notice_sent_without_a_time_is_refused_as_ever(site):
    """The page may be unfinished; the signature asks for what is missing."""
    page = make_notice_page(site.township, meeting_at=None)
    notice = hand_over(page)
    with pytest.raises(ValidationError):
        submit(notice, timezone.now())
    rewritten(page, meeting_at=timezone.now() + timedelta(days=1))
    submit(hand_over(page), timezone.now())
