"""Migrations: named by hand, free of the project's code, never behind the models."""

import ast
import re
from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import call_command

from tests.house.tree import WINGS, name_of, python_files, tree_of

NAME = re.compile(r"\d{4}_(?!auto_|initial$)\w+(?<!_and_more)$")
FILES = [p for p in python_files(*WINGS, migrations=True) if p.name != "__init__.py"]


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "."


def test_names_are_given_by_hand():
    assert [name_of(path) for path in FILES if not NAME.fullmatch(path.stem)] == []


def test_none_imports_the_project():
    found = [
        f"{name_of(path)}: {module}"
        for path in FILES
        for module in imported(tree_of(path))
        if module.split(".")[0] in WINGS
    ]
    assert found == []


@pytest.mark.django_db
def test_no_model_is_ahead_of_its_migrations():
    answer = StringIO()
    try:
        call_command("makemigrations", check=True, dry_run=True, stdout=answer)
    except SystemExit:
        pytest.fail(answer.getvalue())
