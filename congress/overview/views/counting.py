"""What the pages of the count share."""

from functools import cached_property

from django.http import Http404

from congress import periods
from congress.organisations.access import AccessMixin
from congress.organisations.models import Organisation
from congress.organisations.roles import COUNTY_STAFF, TOWNSHIP_STAFF
from congress.periods import Period


class CountMixin(AccessMixin):
    """The county of the person's post, the period of the URL, and whose rows may be opened."""

    roles = (*TOWNSHIP_STAFF, *COUNTY_STAFF)

    @cached_property
    def county(self) -> Organisation:
        return self.organisation.parent or self.organisation

    @cached_property
    def is_county(self) -> bool:
        """The person works for the county whose count this is."""
        staff = [a.organisation_id for a in self.actors if a.role in COUNTY_STAFF]
        return self.county.pk in staff

    @cached_property
    def own_ids(self) -> set[int | None]:
        return {a.organisation_id for a in self.actors if a.role in TOWNSHIP_STAFF}

    @cached_property
    def period(self) -> Period:
        code = self.request.GET.get("period")
        if not code:
            return periods.month_of(self.today)
        try:
            return periods.parse(code)
        except ValueError:
            raise Http404 from None
