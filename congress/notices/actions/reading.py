"""Keeps the search current where a notice changes without being saved."""

from modelsearch import index

from congress.notices.models import Notice


def index_text(notice: Notice) -> None:
    """Who may find it is asked of `rules` at each search."""
    index.insert_or_update_object(Notice.objects.get(pk=notice.pk))
