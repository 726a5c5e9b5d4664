"""Opens the site of a county, or of what is new in it."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from congress.audit.actors import Actor
from congress.organisations.models import Organisation
from home.actions import open_county


class Command(BaseCommand):
    help = "Make the pages, sections, groups and collections that a county's site still lacks."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--county", metavar="NAME", help="needed where there are several")

    def handle(self, *args: Any, **options: Any) -> None:
        county = self._county(options["county"])
        new = open_county(
            county,
            base_url=settings.WAGTAILADMIN_BASE_URL,
            by=Actor.system("open_site"),
            at=timezone.now(),
        )
        if not options["verbosity"]:
            return
        if not new:
            self.stdout.write(_("The site of %(county)s is complete.") % {"county": county.name})
        for section in new:
            self.stdout.write(_("Section opened: %(name)s") % {"name": section.organisation.name})

    def _county(self, name: str | None) -> Organisation:
        counties = Organisation.objects.counties()
        names = "、".join(county.name for county in counties)
        if not counties:
            raise CommandError(
                _("There is no county yet. Please enter the county first."), returncode=2
            )
        if name is None and len(counties) > 1:
            raise CommandError(
                _("There are several counties (%(names)s). Please say which: --county NAME")
                % {"names": names},
                returncode=2,
            )
        for county in counties:
            if name in (None, county.name):
                return county
        raise CommandError(
            _("There is no county %(name)s. There is: %(names)s") % {"name": name, "names": names},
            returncode=2,
        )
