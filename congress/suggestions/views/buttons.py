"""The acts a person may do on a suggestion now."""

from congress.audit.actors import Actor
from congress.suggestions.models import Suggestion
from congress.suggestions.views.entry_parts import entry_buttons
from congress.suggestions.views.office_parts import office_buttons
from congress.suggestions.views.parts import Button, Buttons
from congress.suggestions.views.rating_parts import rating_buttons
from congress.suggestions.views.units_buttons import units_buttons

SOURCES: tuple[Buttons, ...] = (
    entry_buttons,
    office_buttons,
    units_buttons,
    rating_buttons,
)


def buttons_for(actors: tuple[Actor, ...], suggestion: Suggestion) -> list[Button]:
    """The one main act first."""
    found = [button for source in SOURCES for button in source(actors, suggestion)]
    return sorted(found, key=lambda button: not button.main)
