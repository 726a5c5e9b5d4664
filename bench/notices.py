"""The ledger of a notice to thousands of people against a bare INSERT … SELECT, on PostgreSQL,
while a reader on a second connection is answered throughout.

`python -m bench.notices --check` ends with 1 where sending takes more than 5 times the time of the
bare insertion plus 500 ms, or the ledger is not the one that was asked for.
"""

import argparse
import multiprocessing
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import psycopg
from django.db import connection
from django.utils import timezone
from django.utils.module_loading import import_string

from bench.loading import copy_rows, settle
from bench.place import NotOurs, postgresql, postgresql_url
from bench.scale import LONG_AGO, Table
from bench.timing import Result, milliseconds, table

COUNTY, TERM, WRITER = 1, 1, 1
ROUNDS = 5
SPAWN = multiprocessing.get_context("spawn")
LEDGER_ROWS = """
    INSERT INTO notices_recipient (
        notice_id, user_id, seat_id, as_deputy, group_name, added_at, channel, reached_at,
        answer, reason, on_behalf_by, decision, decided_by, told_by, told_result, checked_in_by
    )
    SELECT %(notice)s, user_id, congress_id, true, '', %(at)s, 'inbox', %(at)s,
        '', '', '', '', '', '', '', ''
    FROM organisations_deputy WHERE congress_id = %(county)s AND ends_on IS NULL
"""
LINK_ROWS = """
    INSERT INTO notifications_personallink (
        user_id, organisation_id, act, room, kind, object_id, token, until, issued_at
    )
    SELECT user_id, seat_id, 'notice', 'notices', 'notice', notice_id,
        substr(md5(notice_id || ' ' || user_id), 1, 22), %(at)s + interval '4 days',
        %(at)s
    FROM notices_recipient WHERE notice_id = %(notice)s
"""
MESSAGE_ROWS = """
    INSERT INTO notifications_message (
        user_id, title, text, path, sender, room, kind, object_id, news, sent_at
    )
    SELECT user_id, title, 'text', '/l/' || token || '/', '云岭县人大', room, kind, object_id,
        false, %(at)s
    FROM notifications_personallink
    JOIN notices_notice ON notices_notice.id = object_id
    WHERE kind = 'notice' AND object_id = %(notice)s
"""
LEDGER = """
    SELECT user_id, seat_id, as_deputy, channel FROM notices_recipient
    WHERE notice_id = %s ORDER BY user_id
"""
READ = """
    SELECT count(*) FROM notices_recipient JOIN notices_notice ON notice_id = notices_notice.id
    WHERE state = 'sent'
"""


def offices(people: int) -> Iterator[Table]:
    """A county, its supervisor, and so many deputies with an account each."""
    users = range(1, people + 2)
    yield Table(
        "organisations_organisation",
        "id, name, kind, short_name, position, parent_id",
        [(COUNTY, "云岭县", "county", "", 1, None)],
    )
    yield Table(
        "organisations_user",
        "id, password, is_superuser, username, name, email, is_active",
        [(pk, "!", False, f"person{pk}", f"周明{pk}", "", True) for pk in users],
    )
    yield Table(
        "organisations_appointment",
        "id, user_id, organisation_id, role, post_title, full_time, starts_on",
        [(1, WRITER, COUNTY, "county_supervisor", "", True, LONG_AGO)],
    )
    yield Table(
        "organisations_term",
        "id, congress_id, number, starts_on, unverified",
        [(TERM, COUNTY, 19, LONG_AGO, False)],
    )
    yield Table(
        "organisations_deputy",
        "id, user_id, congress_id, term_id, certificate_no, occupation, note, starts_on,"
        " ends_on_unverified",
        [(pk, pk, COUNTY, TERM, "", "", "", LONG_AGO, False) for pk in users if pk != WRITER],
    )


class Desk:
    """Where notices are made ready, one for each round."""

    def __init__(self) -> None:
        self.actions = import_string("congress.notices.actions")
        audience = import_string("congress.notices.queries.audience.Audience")
        organisation = import_string("congress.organisations.models.Organisation")
        user = import_string("congress.organisations.models.User")
        actors_of = import_string("congress.organisations.rules.actors_of")
        self.at = timezone.now()
        self.county = organisation.objects.get(pk=COUNTY)
        self.everybody = audience(all_deputies=True)
        (self.by,) = actors_of(user.objects.get(pk=WRITER), timezone.localdate())

    def draft(self) -> Any:
        return self.actions.draft_notice(
            self.county,
            audience=self.everybody,
            title="第二次代表会议",
            asked="attend",
            meeting_at=self.at + timedelta(days=3),
            place="县会议中心",
            by=self.by,
            at=self.at,
        )

    def signed(self) -> Any:
        notice = self.actions.submit_for_signature(self.draft(), by=self.by, at=self.at)
        return self.actions.sign_notice(notice, by=self.by, at=self.at)

    def send(self, notice: Any) -> None:
        self.actions.send_notice(notice, by=self.by, at=self.at)


def ask(url: str, done: Any, told: Any) -> None:
    """One question over and over; tells how many milliseconds each answer took."""
    times = []
    with psycopg.connect(url, autocommit=True) as other:
        while not done.is_set():
            began = time.perf_counter()
            other.execute(READ).fetchall()
            times.append((time.perf_counter() - began) * 1000)
            done.wait(0.005)
    told.put(times)


@contextmanager
def reader(url: str) -> Iterator[list[float]]:
    """The times of somebody else who reads, in a process of their own; filled at the end."""
    times: list[float] = []
    done, told = SPAWN.Event(), SPAWN.Queue()
    process = SPAWN.Process(target=ask, args=(url, done, told))
    process.start()
    try:
        yield times
    finally:
        done.set()
        times += told.get(timeout=60)
        process.join()


def compare(cursor: Any, sent: int, bare: int) -> int:
    """The number of rows, where both ledgers say the same of the same people."""
    ledgers = [cursor.execute(LEDGER, [pk]).fetchall() for pk in (sent, bare)]
    assert ledgers[0] == ledgers[1], "the ledgers differ"
    return len(ledgers[0])


def insert(cursor: Any, notice: int, at: datetime) -> None:
    """The rows of ledger, links and messages that sending makes, in one transaction."""
    given = {"notice": notice, "county": COUNTY, "at": at}
    with cursor.connection.transaction():
        for rows in (LEDGER_ROWS, LINK_ROWS, MESSAGE_ROWS):
            cursor.execute(rows, given)


def measure(people: int, url: str) -> list[Result]:
    for each in offices(people):
        copy_rows(each)
    settle()
    reset_sequences()
    desk = Desk()
    warm_ups_too = 5 + ROUNDS
    ready = [desk.signed() for _ in range(warm_ups_too + 1)]
    empty = [desk.draft().pk for _ in range(warm_ups_too + 1)]
    with psycopg.connect(url, autocommit=True) as own, own.cursor() as cursor:
        first, other = ready.pop(), empty.pop()
        desk.send(first)
        insert(cursor, other, desk.at)
        rows = compare(cursor, first.pk, other)
        with reader(url) as times:
            sending, bare = milliseconds(
                lambda: desk.send(ready.pop()),
                lambda: insert(cursor, empty.pop(), desk.at),
                rounds=ROUNDS,
            )
    beside = f"5 × {bare:.0f} ms of bare SQL + 500 ms"
    return [
        Result(f"a notice sent to {rows:,} people", sending, 5 * bare + 500, beside),
        Result(f"slowest of {len(times):,} answers meanwhile", max(times), 500, "the aim"),
    ]


def reset_sequences() -> None:
    """Rows were copied with their keys."""
    with connection.cursor() as cursor:
        for name in ("organisation", "user", "appointment", "term", "deputy"):
            kind = f"organisations_{name}"
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('{kind}', 'id'), max(id)) FROM {kind}"
            )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="end with 1 above the limit")
    parser.add_argument("--people", type=int, default=5_000)
    given = parser.parse_args()
    url = postgresql_url()
    try:
        with postgresql(url):
            results = measure(given.people, url)
    except (NotOurs, psycopg.OperationalError) as reason:
        sys.exit(f"The sending was not measured: {reason}")
    print(table(f"PostgreSQL, a ledger of {given.people:,}", results))
    return 1 if given.check and not all(result.holds for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
