"""What the editor's form of a notice sends."""

from django.utils import timezone

from home.models import NoticePage

RICH = (
    '{"blocks": [{"key": "a", "text": "听取报告。", "type": "unstyled", "depth": 0,'
    ' "inlineStyleRanges": [], "entityRanges": []}], "entityMap": {}}'
)


def form_of(page: NoticePage, **changes) -> dict:
    moment = timezone.localtime(page.meeting_at) if page.meeting_at else None
    files = {"files-count": str(len(page.files))}
    for number, block in enumerate(page.files):
        files |= {
            f"files-{number}-type": "document",
            f"files-{number}-value": str(block.value.pk),
            f"files-{number}-order": str(number),
            f"files-{number}-deleted": "",
            f"files-{number}-id": block.id or "",
        }
    fields = {
        "title": page.title,
        "asked": page.asked,
        "meeting_at": f"{moment:%Y-%m-%d %H:%M}" if moment else "",
        "place": page.place,
        "bring": page.bring,
        "body": RICH,
        "contact_name": page.contact_name,
        "contact_phone": page.contact_phone,
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }
    return fields | files | changes
