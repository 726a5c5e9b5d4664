"""The place where an office's notices are written: beside the sites, for its own people."""

from django.utils.translation import gettext as _
from wagtail.models import Collection

from home.actions.permissions import allow_notices
from home.actions.roots import collection_root, page_root
from home.models import NoticeIndexPage, Section


def open_notice_list(section: Section) -> None:
    """Made where it is missing; the rights are put right each time."""
    index = NoticeIndexPage.objects.filter(office=section).first() or _made(section)
    allow_notices(section, index)


def _made(section: Section) -> NoticeIndexPage:
    title = _("Notices of %(name)s") % {"name": section.organisation.name}
    files = _("Attachments of notices: %(name)s") % {"name": section.organisation.name}
    page = NoticeIndexPage(
        title=title,
        slug=f"notices-{section.organisation_id}",
        live=False,
        office=section,
        files=collection_root().add_child(instance=Collection(name=files)),
    )
    return page_root().add_child(instance=page)
