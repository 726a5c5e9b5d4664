"""Acts on many pages at once. Where Wagtail takes every page of a list, these take the pages in
sight; they replace Wagtail's of the same names. Tags are the whole installation's, so there are
none: their acts are taken off."""

from typing import Any

from django.db.models import QuerySet
from wagtail.admin.views.pages.bulk_actions.delete import DeleteBulkAction
from wagtail.admin.views.pages.bulk_actions.move import MoveBulkAction
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.admin.views.pages.bulk_actions.unpublish import UnpublishBulkAction
from wagtail.documents.views.bulk_actions.add_tags import AddTagsBulkAction as TagDocuments
from wagtail.images.views.bulk_actions.add_tags import AddTagsBulkAction as TagPictures
from wagtail.models import PageQuerySet

from home.rules import visible_pages


class InSight(PageBulkAction):
    def get_all_objects_in_listing_query(self, parent_id: Any) -> PageQuerySet:
        listed = super().get_all_objects_in_listing_query(parent_id)
        keys = listed if isinstance(listed, QuerySet) else list(listed)
        return visible_pages(self.request.user).filter(pk__in=keys).values_list("pk", flat=True)


class Delete(InSight, DeleteBulkAction):
    pass


class Move(InSight, MoveBulkAction):
    pass


class Publish(InSight, PublishBulkAction):
    pass


class Unpublish(InSight, UnpublishBulkAction):
    pass


ACTS = (Delete, Move, Publish, Unpublish)

for act in (TagDocuments, TagPictures):
    act.models = []
