"""The form of a document: what may be shown to the public is checked as what may be attached."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from wagtail.documents.forms import BaseDocumentForm

from congress.files.uploads import check_attachment
from home.review.files import KeptFileMixin


class DocumentForm(KeptFileMixin, BaseDocumentForm):
    """For every door by which a document comes in. The kinds are fewer than those of an
    attachment: the model's field names them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Without tags, which are the whole installation's."""
        super().__init__(*args, **kwargs)
        self.fields.pop("tags", None)

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            check_attachment(file)
        return file
