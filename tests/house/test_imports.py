"""What the import contracts cannot say."""

import ast
from pathlib import Path

from tests.house.tree import BASE_DIR, WINGS, name_of, python_files, tree_of

OUTSIDE = {"tests", "bench"}


def inner_imports(path: Path) -> list[str]:
    return [
        f"{name_of(path)}:{node.lineno}"
        for function in ast.walk(tree_of(path))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]


def test_imports_stand_at_the_top():
    assert [line for path in python_files() for line in inner_imports(path)] == []


def test_every_package_stands_in_a_wing():
    packages = {path.parent.name for path in BASE_DIR.glob("*/__init__.py")}
    assert packages - OUTSIDE == set(WINGS)


def test_the_wings_do_not_import_the_tests():
    found = [
        name_of(path)
        for path in python_files(*WINGS)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in OUTSIDE
    ]
    assert found == []
