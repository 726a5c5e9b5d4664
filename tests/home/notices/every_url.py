"""Every URL that the resolver knows, ours and Wagtail's, filled with given values: a new one is in
it by being there."""

from collections.abc import Iterable, Iterator

from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve
from django.utils.regex_helper import normalize

# Arguments that name a type; all others are tried with every value.
TYPES = {
    "app_label": ("home", "wagtailcore", "wagtaildocs"),
    "content_type_app_label": ("home",),
    "content_type_app_name": ("home",),
    "model_name": ("noticepage", "page", "document"),
    "content_type_model_name": ("noticepage",),
}


def regexes(resolver: URLResolver, prefix: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        regex = prefix + pattern.pattern.regex.pattern.removeprefix("^")
        if isinstance(pattern, URLPattern):
            yield regex
        else:
            yield from regexes(pattern, regex.removesuffix(r"\Z").removesuffix("$"))


def forms() -> list[tuple[str, list[str]]]:
    """Each URL with places for its arguments."""
    found = [form for regex in regexes(get_resolver()) for form in normalize(regex)]
    return [(f"/{path}", names) for path, names in found]


def plain_urls() -> list[str]:
    return sorted({path % () for path, names in forms() if not names})


def filled_urls(values: Iterable[str | int], owners: Iterable[int]) -> set[str]:
    """Those with arguments, each argument being one of the values; of several the first is one of
    the `owners`, whose parts the others are."""
    values = [str(value) for value in values]
    found = set()
    for path, names in forms():
        several = len(set(names) - TYPES.keys()) > 1
        for value in values:
            for first in map(str, owners) if several else [value]:
                found |= set(_filled(path, names, first, value))
    return {url for url in found if _is_one(url)}


def _filled(path: str, names: list[str], value: str, other: str) -> Iterator[str]:
    free = [name for name in names if name not in TYPES]
    given = {name: value if number == 0 else other for number, name in enumerate(free)}
    choices = [{}]
    for name in names:
        options = TYPES.get(name) or (given.get(name, value),)
        choices = [choice | {name: option} for choice in choices for option in options]
    for choice in choices:
        yield path % choice


def _is_one(url: str) -> bool:
    try:
        resolve(url)
    except Resolver404:
        return False
    return True
