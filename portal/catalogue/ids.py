"""Message ids as the code and the templates write them."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from django.utils.translation.template import templatize

FUNCTIONS = {
    "gettext": ("id",),
    "gettext_lazy": ("id",),
    "gettext_noop": ("id",),
    "ngettext": ("id", "plural"),
    "ngettext_lazy": ("id", "plural"),
    "pgettext": ("context", "id"),
    "pgettext_lazy": ("context", "id"),
    "npgettext": ("context", "id", "plural"),
    "npgettext_lazy": ("context", "id", "plural"),
}
MODULE = "django.utils.translation"
TEMPLATE_CALL = re.compile(r"""\b(_|gettext|pgettext|ngettext|npgettext)(\(\s*u?["'])""")


class UnreadableId(ValueError):
    """A message id that is computed, so that no catalogue can hold it."""


@dataclass(frozen=True, order=True)
class MessageId:
    """One id of the catalogue; `context` and `plural` are "" where there is none."""

    text: str
    context: str = ""
    plural: str = ""


def ids_in_python(source: str, name: str) -> Iterator[MessageId]:
    """Yield the ids of one Python file; raises UnreadableId for an id that is no literal."""
    tree = ast.parse(source)
    names = _imported_names(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        function = _function(node.func, names)
        if function:
            yield from _messages(FUNCTIONS[function], node.args, f"{name}:{node.lineno}")


def ids_in_template(source: str, name: str) -> Iterator[MessageId]:
    """Yield the ids of one Django template, read the way Django itself prepares it for gettext."""
    prepared = templatize(source, origin=name)
    for match in TEMPLATE_CALL.finditer(prepared):
        function = "gettext" if match[1] == "_" else match[1]
        call = _literal_call(prepared[match.start(2) :], name)
        yield from _messages(FUNCTIONS[function], call.args, name)


def ids_of_tree(base: Path, folders: Iterable[str]) -> dict[MessageId, list[str]]:
    """Return every id below the folders with the files (relative to `base`, sorted) that use it."""
    found: dict[MessageId, set[str]] = defaultdict(set)
    for folder in folders:
        for path in sorted((base / folder).rglob("*")):
            name = path.relative_to(base).as_posix()
            if path.suffix == ".py":
                ids = ids_in_python(path.read_text("utf-8"), name)
            elif path.suffix in {".html", ".txt"} and "templates" in path.parts:
                ids = ids_in_template(path.read_text("utf-8"), name)
            else:
                continue
            for message in ids:
                found[message].add(name)
    return {message: sorted(names) for message, names in found.items()}


def _imported_names(tree: ast.AST) -> dict[str, str]:
    return {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module in {MODULE, "django.utils"}
        for alias in node.names
    }


def _function(called: ast.expr, names: dict[str, str]) -> str:
    if isinstance(called, ast.Name):
        function = names.get(called.id, "")
    elif isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
        function = called.attr if names.get(called.value.id) == "translation" else ""
    else:
        function = ""
    return function if function in FUNCTIONS else ""


def _messages(parts: tuple[str, ...], arguments: list[ast.expr], place: str) -> Iterator[MessageId]:
    if len(arguments) < len(parts):
        raise UnreadableId(f"{place}: a message id is missing")
    choices = [_texts(argument, place) for argument in arguments[: len(parts)]]
    for texts in product(*choices):
        values = dict(zip(parts, texts, strict=True))
        yield MessageId(values["id"], values.get("context", ""), values.get("plural", ""))


def _texts(argument: ast.expr, place: str) -> list[str]:
    """The literal text, or both texts of `one if … else other`."""
    if isinstance(argument, ast.IfExp):
        return _texts(argument.body, place) + _texts(argument.orelse, place)
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return [argument.value]
    raise UnreadableId(f"{place}: a message id must be a literal text")


def _literal_call(text: str, name: str) -> ast.Call:
    """Parse the shortest prefix of `text` that is a whole bracket of arguments."""
    for match in re.finditer(r"\)", text):
        try:
            call = ast.parse(f"f{text[: match.end()]}", mode="eval").body
        except SyntaxError:
            continue
        if isinstance(call, ast.Call):
            return call
    raise UnreadableId(f"{name}: a message id cannot be read")
