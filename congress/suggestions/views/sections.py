"""The sections of a record's page, in their order."""

from congress.audit.actors import Actor
from congress.suggestions.models import Suggestion
from congress.suggestions.views.parts import Section, Sections
from congress.suggestions.views.public_parts import public_sections

SOURCES: tuple[Sections, ...] = (public_sections,)


def sections_for(actors: tuple[Actor, ...], suggestion: Suggestion) -> list[Section]:
    return [section for source in SOURCES for section in source(actors, suggestion)]
