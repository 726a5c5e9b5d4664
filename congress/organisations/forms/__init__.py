"""What the administrator fills in: shape and choices; the actions check the rest."""

from congress.organisations.forms.organisations import (
    ClosingForm,
    OrganisationForm,
    SectionForm,
)
from congress.organisations.forms.people import EditPersonForm, PersonWithPostForm
from congress.organisations.forms.posts import (
    ConfirmEndForm,
    CorrectPostForm,
    EndMandateForm,
    EndPostForm,
    MandateForm,
    PersonWithMandateForm,
    PostForm,
    TermForm,
)
from congress.organisations.forms.sessions import SessionForm

__all__ = [
    "ClosingForm",
    "ConfirmEndForm",
    "CorrectPostForm",
    "EditPersonForm",
    "EndMandateForm",
    "EndPostForm",
    "MandateForm",
    "OrganisationForm",
    "PersonWithMandateForm",
    "PersonWithPostForm",
    "PostForm",
    "SectionForm",
    "SessionForm",
    "TermForm",
]
