"""Looks for pages that are public past the three reviews."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.review.checking import live_without_reviews


class Command(BaseCommand):
    help = "List published pages whose text or files are not those that three people have read."

    def handle(self, *args: Any, **options: Any) -> None:
        found = list(live_without_reviews())
        for page in found:
            self.stdout.write(f"{page.pk}  {page.section.name}  {page.title}  {page.url}")
        if found:
            raise CommandError(
                ngettext(
                    "%(count)s page is public without the three reviews.",
                    "%(count)s pages are public without the three reviews.",
                    len(found),
                )
                % {"count": len(found)},
                returncode=1,
            )
        self.stdout.write(_("Every published page has passed the three reviews."))
