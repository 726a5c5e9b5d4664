"""What a personal link of a notice opens."""

from congress.notices.models.notices import LINK_ACT
from congress.notices.views.personal import notice_by_link
from congress.notifications.registry import register_act

register_act(LINK_ACT, notice_by_link)
