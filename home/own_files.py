"""The form of a page takes only the pictures and documents that its writer may choose."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.http import Http404
from wagtail.admin.forms.pages import WagtailAdminPageForm
from wagtail.documents import get_document_model
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.images import get_image_model
from wagtail.images.permissions import permission_policy as image_policy
from wagtail.models import Page, ReferenceIndex

FILE_RIGHTS = ("choose", "add", "change", "delete")
POLICIES = ((get_image_model(), image_policy), (get_document_model(), document_policy))


class OwnFilesForm(WagtailAdminPageForm):
    """Wagtail's windows offer the own files, its fields take the key of any. A file that is not the
    writer's does not exist: nothing is saved or previewed, its title is not shown. What stood in
    the page before may stay."""

    def _post_clean(self) -> None:
        super()._post_clean()
        user, named = self.for_user, files_in(self.instance)
        if user is None or not _foreign(named, user):
            return
        if _foreign(named - _stored(self.instance), user):
            raise Http404


def files_in(page: Page) -> set[tuple[int, str]]:
    """Type and key of whatever the page names, in its fields, blocks and links."""
    return {row[:2] for row in ReferenceIndex._extract_references_from_object(page)}


def _stored(page: Page) -> set[tuple[int, str]]:
    if page.pk is None:
        return set()
    return files_in(type(page)._default_manager.get(pk=page.pk).get_latest_revision_as_object())


def _foreign(named: set[tuple[int, str]], user: Any) -> bool:
    for model, policy in POLICIES:
        kind = ContentType.objects.get_for_model(model, for_concrete_model=False).pk
        keys = {key for type_pk, key in named if type_pk == kind}
        own = policy.instances_user_has_any_permission_for(user, FILE_RIGHTS)
        if keys and model.objects.filter(pk__in=keys).exclude(pk__in=own.values("pk")).exists():
            return True
    return False
