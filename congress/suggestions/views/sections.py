"""The sections of a record's page, in their order."""

from congress.audit.actors import Actor
from congress.suggestions.models import Suggestion
from congress.suggestions.views.entry_parts import entry_sections
from congress.suggestions.views.office_parts import office_sections
from congress.suggestions.views.parts import Section, Sections
from congress.suggestions.views.public_parts import public_sections
from congress.suggestions.views.rating_parts import rating_sections
from congress.suggestions.views.reply_sections import replies_sections
from congress.suggestions.views.units_parts import units_sections

SOURCES: tuple[Sections, ...] = (
    office_sections,
    entry_sections,
    replies_sections,
    rating_sections,
    units_sections,
    public_sections,
)


def sections_for(actors: tuple[Actor, ...], suggestion: Suggestion) -> list[Section]:
    return [section for source in SOURCES for section in source(actors, suggestion)]
