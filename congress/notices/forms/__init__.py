"""What people type about notices; forms check shape and offer only what may be chosen."""

from congress.notices.forms.acts import (
    AddForm,
    BehalfForm,
    CallForm,
    FileForm,
    GroupForm,
    LeaveForm,
    MoveForm,
    ReasonForm,
    RemarkForm,
    SettingsForm,
)
from congress.notices.forms.notices import NoticeForm

__all__ = [
    "AddForm",
    "BehalfForm",
    "CallForm",
    "FileForm",
    "GroupForm",
    "LeaveForm",
    "MoveForm",
    "NoticeForm",
    "ReasonForm",
    "RemarkForm",
    "SettingsForm",
]
