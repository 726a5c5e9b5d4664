"""A Word file to be made into news."""

from django import forms
from django.utils.translation import gettext_lazy as _

from home.forms.posts import PostForm

ACCEPT = ".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class WordForm(PostForm):
    file = forms.FileField(
        label=_("Word file (.docx)"),
        widget=forms.FileInput(attrs={"accept": ACCEPT, "data-drop": ""}),
        help_text=_(
            "Written in Word or WPS, at most 20 MB. A file of the old kind (.doc) must be saved as "
            ".docx first."
        ),
        allow_empty_file=True,
    )
    field_order = ["acting_as", "file"]
