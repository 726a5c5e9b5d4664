"""Notices, the versions that were signed, and the ledger of those invited."""

from congress.notices.models.files import NoticeFile, NoticeFileReading
from congress.notices.models.ledger import EarlierDate, Recipient
from congress.notices.models.notices import Notice
from congress.notices.models.settings import NoticeSettings
from congress.notices.models.versions import NoticeVersion

__all__ = [
    "EarlierDate",
    "Notice",
    "NoticeFile",
    "NoticeFileReading",
    "NoticeSettings",
    "NoticeVersion",
    "Recipient",
]
