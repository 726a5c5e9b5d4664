"""The sections of a record's page, in their order."""

from congress.audit.actors import Actor
from congress.suggestions.models import Suggestion
from congress.suggestions.views.entry_parts import entry_sections
from congress.suggestions.views.parts import Section, Sections

SOURCES: tuple[Sections, ...] = (entry_sections,)


def sections_for(actors: tuple[Actor, ...], suggestion: Suggestion) -> list[Section]:
    return [section for source in SOURCES for section in source(actors, suggestion)]
