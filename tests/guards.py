"""The triggers that keep the trail append-only, as the tests have to live with them.

A test that commits is cleaned up by deleting or truncating every table. So the guards against both
are taken off the test database once it is made, after their presence has been asserted; the
guard against updates stays. Tests of the guards themselves put them back for their own transaction.
"""

from pathlib import Path

from django.db import connection

TABLE = "audit_entry"
UPDATE = "audit_entry_no_update"
REMOVAL = {
    "sqlite": {"audit_entry_no_delete"},
    "postgresql": {"audit_entry_no_delete", "audit_entry_no_truncate"},
}
DEFINITIONS = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s",
    "postgresql": (
        "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger"
        " WHERE tgrelid = %s::regclass AND NOT tgisinternal"
    ),
}


def definitions() -> dict[str, str]:
    """The statements that make the triggers on the trail's table, by name."""
    with connection.cursor() as cursor:
        cursor.execute(DEFINITIONS[connection.vendor], [TABLE])
        return dict(cursor.fetchall())


def take_off() -> dict[str, str]:
    """Drop the guards against removal and return the statements that make them again."""
    name = Path(str(connection.settings_dict["NAME"])).name
    assert name.startswith(("test_", "file:memorydb")), f"{name} is no test database"
    found = definitions()
    expected = REMOVAL[connection.vendor]
    missing = {UPDATE, *expected} - found.keys()
    assert not missing, f"the trail is not guarded: {sorted(missing)} (run with --create-db)"
    place = f" ON {TABLE}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for name in expected:
            cursor.execute(f"DROP TRIGGER {name}{place}")
    return {name: found[name] for name in expected}


def put_back(statements: dict[str, str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements.values():
            cursor.execute(statement)
