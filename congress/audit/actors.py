"""Who acts: a frozen answer that outlives the person's account, post and organisation."""

from dataclasses import dataclass

SYSTEM = "system"


@dataclass(frozen=True)
class Actor:
    """One person in one role of one organisation, as they were at the moment of the act.

    `role` is the stable code, `role_label` the words shown. A command has no user: its
    `name` is the command's own name.
    """

    user_id: int | None
    name: str
    role: str
    role_label: str
    organisation_id: int | None
    organisation_name: str

    @classmethod
    def system(cls, command: str, organisation_id: int | None = None, name: str = "") -> "Actor":
        """A command; the organisation, by key and name, is that for which it runs, if any."""
        return cls(None, command, SYSTEM, "系统", organisation_id, name)

    @property
    def key(self) -> str:
        """What a form sends when a person with several posts says in which one they act."""
        return f"{self.role}-{self.organisation_id}"

    def __str__(self) -> str:
        where = self.organisation_name
        return f"{self.name}（{where}{self.role_label}）" if where else self.name
