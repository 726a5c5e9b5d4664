"""Arguments of commands, refused in a sentence of the office's language."""

import re
from typing import NoReturn

from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# What argparse says in English, and the sentence for it; the groups are put in by name.
SENTENCES = (
    (
        r"argument (?P<name>\S+): invalid int value: '(?P<value>.*)'",
        gettext_lazy("%(name)s must be a whole number, not %(value)s."),
    ),
    (
        r"argument (?P<name>\S+): invalid choice: '(?P<value>.*)' \(choose from (?P<choices>.*)\)",
        gettext_lazy("%(name)s cannot be %(value)s. It is one of %(choices)s."),
    ),
    (
        r"argument (?P<name>\S+): not allowed with argument (?P<other>\S+)",
        gettext_lazy("Please give %(name)s or %(other)s, not both."),
    ),
    (
        r"argument (?P<name>\S+): expected one argument",
        gettext_lazy("%(name)s needs a value after it."),
    ),
    (
        r"the following arguments are required: (?P<name>.*)",
        gettext_lazy("Please give %(name)s as well."),
    ),
    (
        r"unrecognized arguments: (?P<name>.*)",
        gettext_lazy("This command does not know %(name)s."),
    ),
)


class SentenceParser(CommandParser):
    """Refuses what it cannot read with one sentence and exit code 2."""

    def error(self, message: str) -> NoReturn:
        if self.called_from_command_line:
            self.exit(2, f"{sentence_of(message)}\n")
        raise CommandError(sentence_of(message), returncode=2)


def sentence_of(message: str) -> str:
    for pattern, sentence in SENTENCES:
        match = re.fullmatch(pattern, message)
        if match:
            return str(sentence) % match.groupdict()
    return _("The arguments cannot be read: %(message)s. See --help.") % {"message": message}
