"""Remind everybody of what is due; run it by a timer, as often as one likes."""

from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from congress.notifications.actions import begin_run, deliver, end_run, remind


class Command(BaseCommand):
    help = "Send every reminder that is due and was not sent yet; a second run sends nothing twice."

    def handle(self, *args: Any, **options: Any) -> None:
        run = begin_run(at=timezone.now())
        reminded = remind(run, at=run.began_at)
        delivered = deliver(at=timezone.now())
        sentence = _(
            "%(told)s reminded, %(passed)s earlier stages passed over; "
            "by e-mail and SMS %(sent)s sent, %(failed)s failed, %(given_up)s of these given up."
        )
        words = {"told": reminded.told, "passed": reminded.passed_over}
        self.stdout.write(sentence % (words | asdict(delivered)))
        if reminded.faults:
            raise CommandError(
                _("%(rooms)s rooms could not say what is due; see the log.")
                % {"rooms": reminded.faults}
            )
        end_run(run, at=timezone.now())
