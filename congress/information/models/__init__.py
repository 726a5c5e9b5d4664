"""Information items, what became of them, and what they earned."""

from congress.information.models.adoptions import Adoption, Instruction, Publication, SentUp
from congress.information.models.attachments import AttachmentReading, ItemAttachment
from congress.information.models.items import Draft, Item, Return, Round
from congress.information.models.points import PointsLine, PointsRule
from congress.information.models.settings import InformationSettings

__all__ = [
    "Adoption",
    "AttachmentReading",
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
