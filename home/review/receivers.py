"""What Wagtail's own models may not do to what was reviewed, by whatever code."""

from typing import Any

from django.db.models import Model, ProtectedError
from django.db.models.signals import pre_delete, pre_save
from django.dispatch import receiver
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Revision

from home.models import ReviewTaskState
from home.review.files import is_held
from home.review.refusals import FILE_IN_USE, NotReviewed


@receiver(pre_save, sender=get_image_model())
@receiver(pre_save, sender=get_document_model())
def supersede_files(sender: type[Model], instance: Any, **_kwargs: Any) -> None:
    if instance.pk is None:
        return
    stored = sender._default_manager.filter(pk=instance.pk).values_list("file", flat=True).first()
    replaced = stored is not None and (
        stored != instance.file.name or not getattr(instance.file, "_committed", True)
    )
    if replaced and is_held(instance):
        raise NotReviewed(FILE_IN_USE)


@receiver(pre_delete, sender=Revision)
def keep_reviewed_revisions(instance: Revision, origin: Any = None, **_kwargs: Any) -> None:
    """`purge_revisions` leaves what somebody approved; it goes with its page alone."""
    if isinstance(origin, Revision):
        read = ReviewTaskState.objects.filter(revision=instance).exclude(digest="")
        if read.exists():
            raise ProtectedError(_("This text was reviewed."), set(read))
