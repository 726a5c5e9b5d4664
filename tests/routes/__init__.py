"""The one table of routes: every module of this package may export `ROUTES`."""

import pkgutil
from importlib import import_module
from typing import Any


def every_route() -> list[Any]:
    """The rows of all rooms, in the order of their files."""
    modules = [
        import_module(f"{__name__}.{module.name}")
        for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name)
    ]
    return [route for module in modules for route in getattr(module, "ROUTES", ())]
