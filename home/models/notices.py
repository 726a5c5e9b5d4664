"""Notices as they are written in the editor; what is signed and sent is kept by the notices' room.

Their pages stand beside the sites, not within one: rights on a site's pages reach down the tree,
and a township's notices are not for the county.
"""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.documents.models import Document
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Collection, ReferenceIndex, Revision

from congress.notices.models import Notice
from congress.notices.models.texts import Asking, NoticeText
from congress.organisations.models import Organisation
from congress.web.moments import require_possible_year
from home.models.never_live import NeverLivePage
from home.models.sections import Section
from home.own_files import OwnFilesForm
from home.panels import HandedOverPanel

TITLE = NoticeText._meta.get_field("title").max_length or 0


class NoticeIndexPage(NeverLivePage):
    """Where an office's notices are written; `files` is the collection of their attachments, which
    nobody but that office sees."""

    office = models.OneToOneField(
        Section, on_delete=models.PROTECT, related_name="notice_index", editable=False
    )
    files = models.OneToOneField(
        Collection, on_delete=models.PROTECT, related_name="notice_index", editable=False
    )

    is_creatable = False
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["home.NoticePage"]
    content_panels: ClassVar = []

    class Meta:
        verbose_name = pgettext_lazy("noun", "list of notices")

    @property
    def section(self) -> Organisation:
        return self.office.organisation


class NoticePageForm(OwnFilesForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "meeting_at" in self.fields:
            self.fields["meeting_at"].validators.append(require_possible_year)

    def clean_title(self) -> str:
        title = self.cleaned_data["title"]
        if len(title) > TITLE:
            raise ValidationError(
                _("At most %(limit)s characters: the title stands in a text message."),
                params={"limit": TITLE},
            )
        return title


class NoticePage(Asking, NeverLivePage):  # type: ignore[django-manager-missing]
    """One notice being written. Handed over, it is the version that is signed."""

    body = RichTextField(
        pgettext_lazy("notice", "text"),
        features=["ol", "ul"],
        blank=True,
        help_text=_("For a meeting the items on the agenda; else what the people shall know."),
    )
    files = StreamField(
        [("document", DocumentChooserBlock(label=pgettext_lazy("noun", "attachment")))],
        verbose_name=pgettext_lazy("noun", "attachments"),
        blank=True,
        help_text=_("Only this office sees them until the notice is sent to its people."),
    )

    base_form_class = NoticePageForm
    parent_page_types = ["home.NoticeIndexPage"]
    subpage_types: ClassVar = []
    template = "home/notice_page.html"
    content_panels: ClassVar = [
        HandedOverPanel(),
        FieldPanel("title"),
        FieldPanel("asked"),
        FieldRowPanel([FieldPanel("meeting_at"), FieldPanel("place"), FieldPanel("bring")]),
        FieldPanel("body"),
        FieldPanel("files"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("contact_name"), FieldPanel("contact_phone")])],
            heading=pgettext_lazy("heading", "Whom to ask"),
        ),
    ]

    class Meta:
        verbose_name = pgettext_lazy("noun", "notice")
        verbose_name_plural = pgettext_lazy("noun", "notices")

    @property
    def index(self) -> NoticeIndexPage:
        found = NoticeIndexPage.objects.select_related("office__organisation__parent")
        return found.get(path=self._get_basepath(self.path, self.depth - 1))

    @property
    def section(self) -> Organisation:
        return self.index.section

    def save_revision(self, *args: Any, **kwargs: Any) -> Revision:
        """A file uploaded for this notice alone goes where nobody but the office looks."""
        revision = super().save_revision(*args, **kwargs)
        index = self.index
        for document in self.documents():
            uses = ReferenceIndex.get_references_to(document).exclude(object_id=str(self.pk))
            if document.collection_id == index.office.collection_id and not uses.exists():
                Document.objects.filter(pk=document.pk).update(collection=index.files)
        return revision

    def documents(self) -> list[Document]:
        return [block.value for block in self.files if block.value]

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """An address nobody ever asks for, so that no title clashes with another."""
        if self.path and not self.slug:
            self.slug = self._get_autogenerated_slug("notice")
        super().full_clean(*args, **kwargs)


class HandedOver(models.Model):
    """The notice that a page was handed over as. `text` are its fields as they were then, `files`
    the keys of the attachments that came from the page."""

    page = models.OneToOneField(NoticePage, on_delete=models.CASCADE, related_name="handed_over")
    notice = models.OneToOneField(Notice, on_delete=models.CASCADE, related_name="+")
    text = models.JSONField()
    files = models.JSONField(blank=True)

    def __str__(self) -> str:
        return str(self.notice)
