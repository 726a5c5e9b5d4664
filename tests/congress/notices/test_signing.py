"""One signature stands before every sending; what was signed is kept."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from congress.flow.moves import NotNow
from congress.notices import actions
from congress.notices.models import Notice
from congress.organisations.roles import CHAIR, SECRETARY
from congress.organisations.rules import NotAllowed
from tests.factories.information import actor_of
from tests.factories.notices import ALL, NoticeFactory, signer_of, writer_of
from tests.routes.world import World


def test_the_chair_signs_what_the_secretary_wrote(world: World, acts_on):
    notice = NoticeFactory(organisation=world.township, at=world.at, sent=True)
    version = notice.versions.get()
    assert (version.number, version.title, version.signed_at) == (1, notice.title, world.at)
    assert version.signed_by == str(signer_of(notice))
    assert notice.state == "sent"
    assert notice.reference == f"石桥-通知-{world.today.year}-001"
    assert acts_on(notice) == ["create", "submit_for_signature", "sign", "send", "issue_links"]


def test_a_change_after_the_signature_is_signed_again(world: World):
    notice = NoticeFactory(organisation=world.township, at=world.at, signed=True)
    writer = writer_of(notice)
    actions.revise_notice(notice, by=writer, at=world.at)
    actions.edit_notice(notice, edition=0, audience=ALL, place="镇政府三楼", by=writer, at=world.at)
    actions.submit_for_signature(notice, by=writer, at=world.at)
    with pytest.raises(NotNow):
        actions.send_notice(notice, by=writer, at=world.at)
    actions.sign_notice(notice, by=signer_of(notice), at=world.at)
    assert [(v.number, v.place, v.signed_by != "") for v in notice.versions.all()] == [
        (1, "镇文化站大会议室", True),
        (2, "镇政府三楼", True),
    ]


def test_it_is_sent_back_with_a_remark_and_taken_back(world: World, acts_on):
    notice = NoticeFactory(organisation=world.township, at=world.at, awaiting_signature=True)
    chair, writer = signer_of(notice), writer_of(notice)
    with pytest.raises(ValidationError):
        actions.send_back_notice(notice, remark=" ", by=chair, at=world.at)
    actions.send_back_notice(notice, remark="请写明议题", by=chair, at=world.at)
    actions.submit_for_signature(notice, by=writer, at=world.at)
    actions.recall_notice(notice, by=writer, at=world.at)
    notice.refresh_from_db()
    assert notice.state == "draft"
    assert acts_on(notice)[-3:] == ["send_back", "submit_for_signature", "recall"]


@pytest.mark.parametrize(
    ("allowed", "routine", "may"),
    [(True, True, True), (True, False, False), (False, True, False)],
)
def test_the_secretary_signs_routine_ones_where_the_chair_allows(world, allowed, routine, may):
    notice = NoticeFactory(
        organisation=world.township, at=world.at, routine=routine, awaiting_signature=True
    )
    chair = actor_of(CHAIR, world.township)
    actions.set_secretary_signs(world.township, wanted=allowed, by=chair, at=world.at)
    secretary = actor_of(SECRETARY, world.township)
    if may:
        assert actions.sign_notice(notice, by=secretary, at=world.at).state == "signed"
    else:
        with pytest.raises(NotAllowed):
            actions.sign_notice(notice, by=secretary, at=world.at)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("meeting_at", None),
        ("place", " "),
        ("meeting_at", timezone.now() - timedelta(days=1)),
    ],
)
def test_a_meeting_without_time_or_place_is_refused(world: World, field, value):
    notice = NoticeFactory(organisation=world.township, at=world.at, **{field: value})
    with pytest.raises(ValidationError) as refused:
        actions.submit_for_signature(notice, by=writer_of(notice), at=world.at)
    assert list(refused.value.message_dict) == [field]
    assert Notice.objects.get().state == "draft"
    assert not notice.versions.exists()


def test_a_second_window_does_not_overwrite_unseen(world: World):
    notice = NoticeFactory(organisation=world.township, at=world.at)
    writer = writer_of(notice)
    actions.edit_notice(notice, edition=0, audience=ALL, place="甲处", by=writer, at=world.at)
    with pytest.raises(actions.Conflict):
        actions.edit_notice(notice, edition=0, audience=ALL, place="乙处", by=writer, at=world.at)
    assert Notice.objects.get().place == "甲处"


def test_a_draft_is_removed_and_its_trail_stays(world: World, acts_on):
    notice = NoticeFactory(organisation=world.township, at=world.at)
    actions.discard_notice(notice, by=writer_of(notice), at=world.at)
    assert not Notice.objects.exists()
    assert acts_on(notice) == ["create", "discard"]
