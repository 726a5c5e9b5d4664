"""What commands about one county share."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError, connection
from django.utils import translation
from django.utils.translation import gettext as _

from congress.organisations.arguments import SentenceParser
from congress.organisations.models import Organisation

LANGUAGE = "zh-hans"


class CountyCommand(BaseCommand):
    """Adds `--county NAME`, needed only where there are several counties and then refused without
    it. A refusal is one sentence on standard error and exit code 2; so is a database that cannot
    be reached or has no tables yet."""

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.__class__ = SentenceParser
        return parser

    def execute(self, *args: Any, **options: Any) -> str | None:
        with translation.override(LANGUAGE):
            try:
                tables = connection.introspection.table_names()
            except OperationalError:
                raise refusal(
                    _("The database cannot be reached. Please check DATABASE_URL.")
                ) from None
            if Organisation._meta.db_table not in tables:
                raise refusal(
                    _("The database has no tables yet. Please run manage.py migrate first.")
                )
            return super().execute(*args, **options)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--county", metavar="NAME", help="needed where there are several")

    def get_county(self, name: str | None) -> Organisation:
        counties = {county.name: county for county in Organisation.objects.counties()}
        names = "、".join(counties)
        if not counties:
            raise refusal(_("There is no county yet. Please enter the county first."))
        if name is None and len(counties) > 1:
            raise refusal(
                _("There are several counties (%(names)s). Please say which: --county NAME")
                % {"names": names}
            )
        if name is not None and name not in counties:
            raise refusal(
                _("There is no county %(name)s. There is: %(names)s")
                % {"name": name, "names": names}
            )
        return counties[name] if name else next(iter(counties.values()))


def refusal(sentence: str) -> CommandError:
    return CommandError(sentence, returncode=2)
