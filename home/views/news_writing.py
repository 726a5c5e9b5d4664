"""What the screens share on which news are written."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import FormView

from congress.audit.actors import Actor
from congress.organisations.access import AccessMixin
from congress.organisations.models import Organisation
from congress.organisations.rules import ChooseActor
from home.actions import NoSection
from home.rules import EDITORS, may_write_news


class WritingView(AccessMixin, FormView):
    """Begins a draft in the section of the post in which the person writes."""

    roles: ClassVar[tuple[str, ...]] = EDITORS

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"actors": self.actors}

    def writer(self) -> tuple[Actor, Organisation]:
        """Raises `ChooseActor` where the form has not said it."""
        actor = self.acting(lambda actor: may_write_news(actor, actor.organisation_id))
        return actor, Organisation.objects.select_related("parent").get(pk=actor.organisation_id)

    def form_valid(self, form: Form) -> HttpResponse:
        try:
            actor, organisation = self.writer()
            return self.begin(form, organisation, by=actor, at=timezone.now())
        except ValidationError as error:
            self.tell(form, error)
        except NoSection:
            form.add_error(None, _("This part of the site is not open yet. Ask the county."))
        except ChooseActor:
            form.add_error("acting_as", _("Please say for whom you write."))
        return self.form_invalid(form)

    def begin(self, form: Form, organisation: Organisation, **act: Any) -> HttpResponse:
        """Makes the draft and leads to it; `act` is by and at."""
        raise NotImplementedError

    def tell(self, form: Form, error: ValidationError) -> None:
        """Each sentence beside its field."""
        tell(form, error)


def tell(form: Form, error: ValidationError) -> None:
    told = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    for field, sentences in told.items():
        form.add_error(field if field in form.fields else None, sentences)
