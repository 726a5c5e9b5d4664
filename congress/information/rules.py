"""Who sees which items, and who may do what with them."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from congress.audit.actors import Actor
from congress.flow.transitions import Transition
from congress.information.models import (
    InformationSettings,
    Item,
    ItemAttachment,
    PointsRule,
    Publication,
)
from congress.organisations.models import Organisation
from congress.organisations.roles import (
    CHAIR,
    COUNTY_ADMIN,
    COUNTY_EDITOR,
    COUNTY_STAFF,
    SECRETARY,
    TOWNSHIP_STAFF,
)

READERS = (*TOWNSHIP_STAFF, *COUNTY_STAFF)
EDITABLE = ("draft", "returned")
NOTABLE = ("submitted", "adopted", "retained")
# Leaves no trace in the query, where `pk=None` would keep the database from its indexes.
NOTHING = Q(pk__in=[])


def visible_to(actors: Iterable[Actor]) -> QuerySet[Item]:
    """A township sees its own items; its county those handed in at least once."""
    own = counties = NOTHING
    for actor in actors:
        if actor.role in TOWNSHIP_STAFF:
            own |= Q(organisation_id=actor.organisation_id)
        elif actor.role in COUNTY_STAFF:
            counties |= Q(organisation__parent_id=actor.organisation_id)
    return Item.objects.filter(own | (counties & Q(submitted_at__isnull=False)))


def texts_visible_to(actors: Iterable[Actor]) -> QuerySet[Item]:
    """The visible items whose text may be read, as `may_read_text` says of one."""
    actors = tuple(actors)
    own = [actor.organisation_id for actor in actors if actor.role in TOWNSHIP_STAFF]
    return visible_to(actors).filter(Q(organisation_id__in=own) | ~Q(state="withdrawn"))


def is_own(actor: Actor, item: Item) -> bool:
    """The actor works for the township of the item."""
    return actor.role in TOWNSHIP_STAFF and actor.organisation_id == item.organisation_id


def is_county(actor: Actor, item: Item, *roles: str) -> bool:
    """The actor holds one of `roles` in the county of the item, which has been handed in."""
    return (
        actor.role in roles
        and item.handed_in
        and actor.organisation_id == item.organisation.parent_id
    )


def may_see(actor: Actor, item: Item) -> bool:
    return is_own(actor, item) or is_county(actor, item, *COUNTY_STAFF)


def may_read_text(actor: Actor, item: Item) -> bool:
    """Of a withdrawn item the county sees number and title only."""
    return is_own(actor, item) or (may_see(actor, item) and item.state != "withdrawn")


def may_write(actor: Actor) -> bool:
    """Begin an item: the secretary of a township or sub-district."""
    return actor.role == SECRETARY


def may_edit(actor: Actor, item: Item) -> bool:
    return actor.role == SECRETARY and is_own(actor, item) and item.state in EDITABLE


def may_discard(actor: Actor, item: Item) -> bool:
    """Remove a draft that was never handed in."""
    return may_edit(actor, item) and item.state == "draft"


def may_move(actor: Actor, item: Item, transition: Transition) -> bool:
    """The act is the actor's, whatever the state; `flow.moves` asks for the state."""
    if actor.role not in transition.roles:
        return False
    if CHAIR in transition.roles or SECRETARY in transition.roles:
        return is_own(actor, item)
    return is_county(actor, item, *transition.roles)


def signs_off(organisation: Organisation) -> bool:
    """The township wants its chair's signature before submission."""
    return InformationSettings.objects.filter(
        organisation=organisation, chair_signs_off=True
    ).exists()


def keeps_notes(actor: Actor, item: Item) -> bool:
    """Sendings up and instructions are the actor's to enter, whatever the state."""
    return is_county(actor, item, COUNTY_EDITOR)


def may_note(actor: Actor, item: Item) -> bool:
    """Enter a sending up or an instruction, or take one back."""
    return keeps_notes(actor, item) and item.state in NOTABLE


def may_set_sign_off(actor: Actor) -> bool:
    return actor.role == CHAIR


def may_keep_rules(actor: Actor) -> bool:
    """Publications and points rules of one's own county."""
    return actor.role in (COUNTY_ADMIN, COUNTY_EDITOR)


def attachments_visible_to(actors: Iterable[Actor]) -> QuerySet[ItemAttachment]:
    """Files of visible items; the county's only from the round in which they were handed in, and
    none of a withdrawn item."""
    actors = tuple(actors)
    own = [actor.organisation_id for actor in actors if actor.role in TOWNSHIP_STAFF]
    return ItemAttachment.objects.filter(
        Q(item__organisation_id__in=own)
        | (Q(round_number__isnull=False) & ~Q(item__state="withdrawn")),
        item__in=visible_to(actors),
    )


def publications_visible_to(actors: Iterable[Actor]) -> QuerySet[Publication]:
    return Publication.objects.filter(county_id__in=_counties(actors))


def points_rules_visible_to(actors: Iterable[Actor]) -> QuerySet[PointsRule]:
    return PointsRule.objects.filter(county_id__in=_counties(actors))


def _counties(actors: Iterable[Actor]) -> list[int | None]:
    return [actor.organisation_id for actor in actors if may_keep_rules(actor)]
