"""Panels of ours in Wagtail's editor."""

from typing import Any

from wagtail.admin.panels import Panel

from congress.notices.states import NOTICE


class OriginPanel(Panel):
    """Above the text of a news page that came from an information item: where it came from, and a
    warning where the item is no longer adopted. Shown only for such pages."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "home/admin/_origin.html"

        def is_shown(self) -> bool:
            return super().is_shown() and bool(self.instance.origin)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            item = self.instance.origin_item()
            return super().get_context_data(parent_context) | {
                "origin": self.instance.origin,
                "adopted": item is not None and item.state == "adopted",
            }


class HandedOverPanel(Panel):
    """Above the text of a notice that was handed over: where it stands now."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "home/admin/_handed_over.html"

        def is_shown(self) -> bool:
            return super().is_shown() and hasattr(self.instance, "handed_over")

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            notice = self.instance.handed_over.notice
            return super().get_context_data(parent_context) | {
                "notice": notice,
                "state": NOTICE.state(notice.state),
            }
