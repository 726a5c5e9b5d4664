"""Information items, what became of them, and what they earned."""

from congress.information.models.adoptions import Adoption, Instruction, Publication, SentUp
from congress.information.models.items import Draft, Item, ItemAttachment, Return, Round
from congress.information.models.points import PointsLine, PointsRule
from congress.information.models.settings import InformationSettings

__all__ = [
    "Adoption",
    "Draft",
    "InformationSettings",
    "Instruction",
    "Item",
    "ItemAttachment",
    "PointsLine",
    "PointsRule",
    "Publication",
    "Return",
    "Round",
    "SentUp",
]
