"""What Wagtail's own models may not do to what was reviewed, by whatever code."""

from typing import Any

from django.db.models import Model, ProtectedError
from django.db.models.signals import pre_delete, pre_save
from django.dispatch import receiver
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, Revision
from wagtail.signals import pre_page_move

from home.models import ReviewedPage, ReviewTaskState
from home.models.never_live import NeverLivePage
from home.review.files import is_held
from home.review.refusals import FILE_IN_USE, NO_MOVE, NotReviewed


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


@receiver(pre_page_move)
def keep_in_place(sender: type[Page], **_kwargs: Any) -> None:
    """Also where the page is moved as a plain `Page`, past its own `move`."""
    if issubclass(sender, (ReviewedPage, NeverLivePage)):
        raise NotReviewed(NO_MOVE)
