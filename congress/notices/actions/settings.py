"""The chair decides who signs routine notices."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import pgettext

from congress.audit.actions import record
from congress.audit.actors import Actor
from congress.notices.models import NoticeSettings
from congress.notices.rules import may_set
from congress.organisations.models import Organisation
from congress.organisations.rules import require


@transaction.atomic
def set_secretary_signs(
    organisation: Organisation, *, wanted: bool, by: Actor, at: datetime
) -> None:
    """The chair lets the secretary sign routine notices, or no longer."""
    require(may_set(by) and by.organisation_id == organisation.pk)
    NoticeSettings.objects.update_or_create(
        organisation=organisation, defaults={"secretary_signs_routine": wanted}
    )
    label = (
        pgettext("act done", "let the secretary sign routine notices")
        if wanted
        else pgettext("act done", "keeps the signature of all notices")
    )
    record(organisation, "set_secretary_signs", by=by, at=at, label=label)
