"""The log-ins of the demo: one password, one hash made beforehand."""

from datetime import datetime

from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.organisations.models import User
from portal.demo.words import words


def open_accounts(*, by: Actor, at: datetime) -> None:
    """Everybody with a user name gets the demo's password; hashing it anew for each would take
    seconds."""
    label = pgettext("act", "account given with an initial password")
    for user in User.objects.exclude(username=None).order_by("pk"):
        User.objects.filter(pk=user.pk).update(password=words("accounts")["hash"])
        record(user, "give_account", by=by, at=at, label=label)


def log_ins() -> list[str]:
    """A line for each role: user name, password, whose it is."""
    kept = words("accounts")
    first = words("townships")["township"][0]["name"]
    shown = [("secretary", f"{first}人大秘书"), ("chair", f"{first}人大主席")]
    shown += [
        (row["username"], row["shown"])
        for row in (*kept["deputy"], *kept["unit"], *kept["county"])
        if "shown" in row and not row["username"].endswith("2")
    ]
    return [f"{username:<11}{kept['password']}  {whose}" for username, whose in shown]
