"""The staff roles and the role of a deputy: stable codes, the words shown, where each stands."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

SECRETARY = "secretary"
CHAIR = "chair"
DEPUTY = "deputy"
UNIT_OFFICER = "unit_officer"
COUNTY_EDITOR = "county_editor"
COUNTY_SUPERVISOR = "county_supervisor"
COUNTY_ADMIN = "county_admin"
AUDITOR = "auditor"

TOWNSHIP_STAFF = (SECRETARY, CHAIR)
COUNTY_STAFF = (COUNTY_EDITOR, COUNTY_SUPERVISOR)
COUNTY_ROLES = (COUNTY_EDITOR, COUNTY_SUPERVISOR, COUNTY_ADMIN, AUDITOR)


@dataclass(frozen=True)
class Role:
    """`kinds` are the kinds of organisation in which the role may be held."""

    code: str
    label: str | Promise
    kinds: tuple[str, ...]


ROLES = {
    role.code: role
    for role in (
        Role(SECRETARY, pgettext_lazy("role", "secretary"), ("township", "subdistrict")),
        Role(CHAIR, pgettext_lazy("role", "chair"), ("township", "subdistrict")),
        Role(UNIT_OFFICER, pgettext_lazy("role", "unit officer"), ("unit",)),
        Role(COUNTY_EDITOR, pgettext_lazy("role", "county editor"), ("county",)),
        Role(COUNTY_SUPERVISOR, pgettext_lazy("role", "county supervisor"), ("county",)),
        Role(COUNTY_ADMIN, pgettext_lazy("role", "county admin"), ("county",)),
        Role(AUDITOR, pgettext_lazy("role", "auditor"), ("county",)),
        Role(DEPUTY, pgettext_lazy("role", "deputy"), ("county", "township")),
    )
}
STAFF_ROLES = tuple(code for code in ROLES if code != DEPUTY)
STAFF_ROLE_CHOICES = [(code, ROLES[code].label) for code in STAFF_ROLES]
