"""Opens the site of a county, or of what is new in it."""

from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from congress.audit.actors import Actor
from congress.organisations.commands import CountyCommand
from home.actions import open_county


class Command(CountyCommand):
    help = "Make the pages, sections, groups and collections that a county's site still lacks."

    def handle(self, *args: Any, **options: Any) -> None:
        county = self.get_county(options["county"])
        new = open_county(
            county,
            base_url=settings.WAGTAILADMIN_BASE_URL,
            by=Actor.system("open_site", county.pk, county.name),
            at=timezone.now(),
        )
        if not options["verbosity"]:
            return
        if not new:
            self.stdout.write(_("The site of %(county)s is complete.") % {"county": county.name})
        for section in new:
            self.stdout.write(_("Section opened: %(name)s") % {"name": section.organisation.name})
