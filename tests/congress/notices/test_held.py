"""What is signed and sent is the text that was read: while a chair or a sender is at work, the desk
cannot put another text under the act. PostgreSQL is made to linger within the act; SQLite lets one
write at a time."""

import time
from collections.abc import Iterator

import pytest
from django.db import connection
from django.utils import timezone

from congress.notices import actions
from congress.notices.models import Notice
from congress.notices.queries.audience import Audience
from congress.notifications.models import Message
from tests.congress.notices.test_races import ROWS, made, send, sign
from tests.congress.racing import race
from tests.factories.notices import signer_of, writer_of

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]
ROUNDS, LINGERS = 3, 0.3
# The table that an act writes in after it has read the notice, and before its state.
TABLES = {"sign": "notices_noticeversion", "send": "organisations_numberseries"}


@pytest.fixture
def lingering(request) -> Iterator[None]:
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN PERFORM pg_sleep({LINGERS}); RETURN NEW; END $$"
        )
        cursor.execute(
            f"CREATE TRIGGER linger BEFORE UPDATE ON {TABLES[request.param]} "
            "FOR EACH ROW EXECUTE FUNCTION linger()"
        )
    yield
    with connection.cursor() as cursor:
        cursor.execute("DROP FUNCTION linger() CASCADE")


def write_anew(notice: Notice) -> None:
    """As the desk does with what the chair has before them, once they are at it."""
    time.sleep(LINGERS / 3)
    at, by = timezone.now(), writer_of(notice)
    back = actions.revise_notice if notice.state == "signed" else actions.recall_notice
    text = {"title": "另一个题目", "audience": Audience.of(notice), "edition": notice.edition}
    draft = actions.edit_notice(back(notice, by=by, at=at), **text, by=by, at=at)
    actions.submit_for_signature(draft, by=by, at=at)


def write_and_sign_anew(notice: Notice) -> None:
    write_anew(notice)
    actions.sign_notice(notice, by=signer_of(notice), at=timezone.now())


def signatures(notice: Notice) -> tuple[str, bool]:
    return notice.state, bool(notice.versions.latest("number").signed_by)


@pytest.mark.parametrize("lingering", ["sign"], indirect=True)
def test_the_signature_is_on_the_last_text(tmp_path, lingering):
    keys = made(ROUNDS, awaiting_signature=True)
    seen = race(tmp_path, ROWS, [(sign("孙云"), keys), (write_anew, keys)], signatures)
    ends = {seen[0, pk][1] for pk in keys}
    assert ends <= {("signed", True), ("awaiting_signature", False)}


def told(notice: Notice) -> tuple[str, set[str]]:
    messages = Message.objects.filter(kind="notice", object_id=notice.pk)
    return notice.title, set(messages.values_list("title", flat=True))


@pytest.mark.parametrize("lingering", ["send"], indirect=True)
def test_people_are_told_the_text_that_stands(tmp_path, lingering):
    keys = made(ROUNDS, signed=True)
    seen = race(tmp_path, ROWS, [(send, keys), (write_and_sign_anew, keys)], told)
    for pk in keys:
        title, messages = seen[0, pk][1]
        assert (seen[0, pk][0], messages) == ("done", {title})
