"""On the public pages, and off them."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from congress.suggestions import actions
from congress.suggestions.forms.office import PublishForm, WhyForm
from congress.suggestions.queries.publishing import may_be_published
from congress.suggestions.views.office.base import PresidiumActView


class PublishView(PresidiumActView):
    template_name = "congress/suggestions/publish.html"
    heading = pgettext_lazy("act", "publish it")
    undo = _("The presidium takes it off the public pages at any time.")
    form_class = PublishForm
    perform = actions.publish_suggestion
    done = _("Published, as far as the lead deputy consents.")

    def is_now(self) -> bool:
        return may_be_published(self.suggestion)


class UnpublishView(PresidiumActView):
    heading = pgettext_lazy("act", "take it off the public pages")
    undo = _("It can be published again.")
    form_class = WhyForm
    perform = actions.unpublish_suggestion
    done = _("It is off the public pages.")

    def is_now(self) -> bool:
        return self.suggestion.published_at is not None
