"""The deputies: the people of a sample roster, by the importer that offices use."""

from datetime import datetime
from pathlib import Path

from congress.audit.actors import Actor
from congress.files.spreadsheets import read_path
from congress.organisations.actions import edit_person
from congress.organisations.actions.importing import import_deputies
from congress.organisations.models import Deputy
from congress.organisations.roster.rows import read_roster
from portal.demo.people import Cast
from portal.demo.words import words

ROSTER = Path(__file__).parent / "代表花名册.xlsx"


def enter_deputies(cast: Cast, *, by: Actor, at: datetime) -> None:
    roster = read_roster(read_path(ROSTER))
    import_deputies(roster, county=cast.county, file=ROSTER.name, by=by, at=at)


def name_log_ins(cast: Cast, *, by: Actor, at: datetime) -> None:
    """A user name for the first deputy of each township named in the accounts."""
    for row in words("accounts")["deputy"]:
        township = cast.desk(row["township"]).organisation
        mandates = Deputy.objects.filter(congress=township, note="").running(at.date())
        person = mandates.select_related("user").order_by("pk")[0].user
        numbers = list(person.contact_phones.values_list("number", flat=True))
        edit_person(
            person,
            name=person.name,
            username=row["username"],
            phone=None,
            numbers=numbers,
            by=by,
            at=at,
        )
