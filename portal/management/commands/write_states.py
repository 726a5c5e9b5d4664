"""`manage.py write_states`: docs/states.md from every room's states.py."""

from argparse import ArgumentParser
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.template.loader import render_to_string
from django.utils import translation

from congress.flow.transitions import Process

PAGE = Path(__file__).resolve().parents[3] / "docs" / "states.md"


def processes() -> Iterator[Process]:
    """Every process that an installed app's `states.py` defines, in the order of the apps."""
    for app in apps.get_app_configs():
        if app.name.startswith("congress.") and find_spec(f"{app.name}.states"):
            module = import_module(f"{app.name}.states")
            yield from (value for value in vars(module).values() if isinstance(value, Process))


def states_page() -> str:
    """The page's text, in Chinese."""
    with translation.override("zh-hans"):
        return render_to_string("docs/states.md", {"processes": list(processes())})


class Command(BaseCommand):
    help = "Write docs/states.md; with --check only say whether it is up to date."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true")

    def handle(self, *, check: bool, **options: Any) -> None:
        text = states_page()
        if check and (not PAGE.exists() or PAGE.read_text("utf-8") != text):
            raise CommandError("docs/states.md is not up to date: run `make states`")
        if not check:
            PAGE.parent.mkdir(exist_ok=True)
            PAGE.write_text(text, "utf-8")
